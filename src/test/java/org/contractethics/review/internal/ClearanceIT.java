package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.FakeNeighbours.actor;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.GEORGE;
import static org.contractethics.review.internal.ReviewWorld.INES;
import static org.contractethics.review.internal.ReviewWorld.LENA;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.harmless;
import static org.contractethics.review.internal.ReviewWorld.serious;

import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageForm.AppealResult;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** H15: a secret contract is approved only where somebody who is cleared for it may take part in its review. */
class ClearanceIT {

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void a_secret_contract_is_not_approved_where_nobody_is_cleared() {
        ReviewId review = submitted();
        world.upToTheVote(review, harmless(), serious());

        assertThatThrownBy(() -> world.vote(review, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, DANA))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("do not allow this outcome")
                .hasMessageContaining("They allow: ");
        assertThat(space(review).basis()).anyMatch(reason -> reason.contains("(H15)"));
        world.fiveVotes(review, Vote.Choice.REJECT, Vote.Choice.REJECT);
        world.closeVote(review, RUTH);
        assertThatThrownBy(() -> approveInDatabase(review)).hasMessageContaining("did not carry");
    }

    @Test
    void it_may_be_where_a_cleared_reviewer_may_take_part() {
        world.cleared.add(DANA.username());
        ReviewId review = submitted();
        world.upToTheVote(review, harmless(), serious());

        assertThat(space(review).allowed()).contains(Outcome.CONDITIONAL);
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, DANA);
    }

    @Test
    void an_approval_is_not_carried_where_the_cleared_reviewers_left_while_it_was_voted_on() {
        world.cleared.add(DANA.username());
        ReviewId review = submitted();
        world.upToTheVote(review, harmless(), serious());
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.CONDITIONAL);
        world.cleared.clear();

        world.closeVote(review, RUTH);

        assertThat(world.rounds.open(review).orElseThrow().round()).isEqualTo(2);
        assertThat(space(review).allowed())
                .contains(Outcome.REJECT)
                .doesNotContain(Outcome.APPROVE, Outcome.CONDITIONAL);
        assertThat(space(review).basis())
                .containsOnlyOnce(
                        "The contract is secret, and nobody who is cleared for it may take part: no approval (H15).");
    }

    @Test
    void no_appeal_makes_an_approval_of_a_rejection_where_the_cleared_reviewers_left() {
        world.cleared.add(DANA.username());
        ReviewId review = submitted();
        world.upToTheVote(review, harmless(), serious());
        world.fiveVotes(review, Vote.Choice.REJECT, Vote.Choice.REJECT);
        world.closeVote(review, RUTH);
        world.decide(review, world.verdict(Outcome.REJECT), RUTH);
        world.appeal(review, "Misread", LENA);
        world.voteOnAppeal(review, AppealResult.CHANGE, Outcome.CONDITIONAL, INES);
        world.cleared.clear();

        assertThatThrownBy(() -> world.rule(review, AppealResult.CHANGE, world.verdict(Outcome.CONDITIONAL), GEORGE))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("(H15)");
    }

    @Test
    void whoever_is_paid_by_it_stepped_back_or_reviews_nothing_does_not_count() {
        world.cleared.add(SOFIA.username());
        world.people.add(actor(SOFIA.username(), Role.HR_REVIEWER));
        world.cleared.add("helen.okafor");
        world.cleared.add("erin.walsh");
        world.people.add(actor("erin.walsh", Role.EMPLOYEE));
        ReviewId review = submitted();
        world.recuse(review, Stage.ASSESSMENT, ReviewWorld.HELEN);
        world.people.add(actor("carlos.diaz", Role.HR_REVIEWER));
        world.upToTheVote(review, harmless(), serious());

        assertThat(space(review).allowed()).doesNotContain(Outcome.APPROVE, Outcome.CONDITIONAL);
    }

    private ReviewId submitted() {
        ContractId contract = world.borderContract();
        world.register.classify(contract);
        return world.submit(contract, SOFIA);
    }

    private AllowedSpace space(ReviewId review) {
        return world.rounds.open(review).orElseThrow().space();
    }

    private void approveInDatabase(ReviewId review) {
        world.jdbc
                .sql(
                        """
                        insert into review.decision (id, review_id, contract_id, pass, round, tier, outcome, reasons, rights,
                            policy_number, policy_hash, document_set_hash, contract_version, tables, decided_by, decided_at, expires_on)
                        select gen_random_uuid(), r.id, r.contract_id, r.pass, 1, 'T3', 'CONDITIONAL', 'x', '{R05}', 1,
                               repeat('0', 64), r.document_set_hash, r.contract_version, '{}', 'ruth.castillo', now(), current_date + 30
                        from review.review r where r.id = :id""")
                .param("id", review.value())
                .update();
    }
}
