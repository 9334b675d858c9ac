package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.ReviewWorld.AMIR;
import static org.contractethics.review.internal.ReviewWorld.BEA;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.HELEN;
import static org.contractethics.review.internal.ReviewWorld.LEO;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.util.List;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** H6, H7: not even the application's own account in the database changes what a vote can carry, or which documents it is about. */
class SettledBeforeTheVoteIT {

    private static final String OTHER = "repeat('e', 64)";

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void the_allowed_outcomes_of_an_open_vote_stay() {
        ReviewId review = world.upToTheVote(serious());

        for (String change : List.of(
                "space = jsonb_set(space, '{allowed}', '[\"APPROVE\"]')",
                "residual_space = '{}'",
                "pass = 2",
                "round = 2",
                "opened_at = now()")) {
            assertThatThrownBy(() -> world.jdbc
                            .sql("update review.vote_round set " + change + " where review_id = :id")
                            .param("id", review.value())
                            .update())
                    .as(change)
                    .hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> ReviewDatabase.asOwner()
                            .sql("update review.vote_round set " + change + " where review_id = :id")
                            .param("id", review.value())
                            .update())
                    .as("%s, as the owner of the tables", change)
                    .hasStackTraceContaining("stay as they were when it was opened");
        }
    }

    @Test
    void the_documents_and_facts_of_a_review_stay_once_its_vote_is_open() {
        ReviewId review = world.upToTheVote(serious());

        for (String change : List.of(
                "document_set_hash = " + OTHER,
                "contract_version = contract_version + 1",
                "pass = pass + 1, document_set_hash = " + OTHER)) {
            assertThatThrownBy(() -> change(review, change))
                    .as(change)
                    .hasStackTraceContaining("when its vote was opened");
        }
        for (String change : List.of("pass = pass + 2", "pass = pass - 1")) {
            assertThatThrownBy(() -> change(review, change)).as(change).hasStackTraceContaining("pass to the next");
        }
    }

    @Test
    void a_decision_names_the_documents_that_were_checked_and_a_vote_of_its_pass() {
        ReviewId review = closed();

        assertThatThrownBy(() -> insertDecision(review, OTHER, "r.pass"))
                .hasStackTraceContaining("other documents than the document check");
        assertThatThrownBy(() -> insertDecision(review, "r.document_set_hash", "r.pass + 1"))
                .hasStackTraceContaining("other documents than the document check");

        assertThat(insertDecision(review, "r.document_set_hash", "r.pass")).isOne();
    }

    @Test
    void a_decision_of_a_later_pass_does_not_rest_on_the_vote_of_an_earlier_one() {
        ReviewId review = closed();
        change(review, "pass = pass + 1");
        world.jdbc
                .sql(
                        """
                        insert into review.stage_result (id, review_id, pass, stage, actor, started_at, completed_at, form)
                        select gen_random_uuid(), s.review_id, 2, s.stage, s.actor, now(), now(), s.form
                        from review.stage_result s where s.review_id = :id and s.pass = 1
                        """)
                .param("id", review.value())
                .update();

        assertThatThrownBy(() -> insertDecision(review, "r.document_set_hash", "r.pass"))
                .hasStackTraceContaining("a vote of another pass");
    }

    private ReviewId closed() {
        ReviewId review = world.upToTheVote(serious());
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.REJECT, DANA);
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.REJECT, HELEN);
        world.vote(review, Role.LEGAL_REVIEWER, Vote.Choice.REJECT, LEO);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.REJECT, AMIR);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.REJECT, BEA);
        world.closeVote(review, RUTH);
        return review;
    }

    private void change(ReviewId review, String change) {
        world.jdbc
                .sql("update review.review set " + change + " where id = :id")
                .param("id", review.value())
                .update();
    }

    private int insertDecision(ReviewId review, String hash, String pass) {
        return world.jdbc
                .sql(
                        """
                        insert into review.decision (id, review_id, contract_id, pass, round, tier, outcome, reasons, rights,
                            policy_number, policy_hash, document_set_hash, contract_version, tables, decided_by, decided_at, expires_on)
                        select gen_random_uuid(), r.id, r.contract_id, %s, 1, r.tier, 'REJECT', 'x', '{R05}', 1,
                               repeat('0', 64), %s, r.contract_version, '{}', 'ruth.castillo', now(), null
                        from review.review r where r.id = :id"""
                                .formatted(pass, hash))
                .param("id", review.value())
                .update();
    }
}
