package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.ReviewWorld.AMIR;
import static org.contractethics.review.internal.ReviewWorld.BEA;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.HELEN;
import static org.contractethics.review.internal.ReviewWorld.LEO;
import static org.contractethics.review.internal.ReviewWorld.PRIYA;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.harmless;
import static org.contractethics.review.internal.ReviewWorld.moderate;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.contractethics.review.Stage;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Refused.Kind;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** H3, H4, H5: a panel vote is closed when everybody drawn had their say, and what an attempt answers tells nothing of sealed votes. */
class ClosingPanelVoteIT {

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void with_the_quorum_there_the_chair_still_waits_for_a_member_who_has_not_voted() {
        ReviewId review = fiveOfSix();

        refused(Kind.CONFLICT, () -> world.closeVote(review, RUTH), "Still to come: bea.novak");
        notInTables(review);

        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.REJECT, BEA);
        world.closeVote(review, RUTH);
        assertThat(world.rounds.latest(review).orElseThrow().carried()).isEqualTo("APPROVE");
    }

    @Test
    void nobody_waits_for_a_member_who_stepped_back() {
        ReviewId review = fiveOfSix();
        world.recuse(review, Stage.VOTE, BEA);

        world.closeVote(review, RUTH);
    }

    @Test
    void an_attempt_before_everybody_voted_does_not_tell_who_abstained() {
        ReviewId review = world.upToTheVote(serious());
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.ABSTAIN, DANA);
        world.vote(review, Role.LEGAL_REVIEWER, Vote.Choice.ABSTAIN, LEO);

        refused(
                Kind.INVALID,
                () -> world.closeVote(review, RUTH),
                "3 valid votes, 1 vote of an employee panelist (H3)");
        assertThat(world.last("quorum-missed").facts()).doesNotContainKey("valid");

        world.vote(review, Role.HR_REVIEWER, Vote.Choice.REJECT, HELEN);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.REJECT, AMIR);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.REJECT, BEA);
        refused(Kind.INVALID, () -> world.closeVote(review, RUTH), "2 valid votes, 1 vote of a legal reviewer (H3)");
        assertThat(world.last("quorum-missed").facts()).containsEntry("valid", 3);
    }

    /** Two legal reviewers who did not agree keep their seats, so the panel has six; Bea has not voted. */
    private ReviewId fiveOfSix() {
        ReviewId review = world.submit(world.courtContract(), SOFIA);
        world.upToTheVote(review, harmless(), moderate());
        world.vote(review, Role.LEGAL_REVIEWER, Vote.Choice.APPROVE, PRIYA);
        world.vote(review, Role.LEGAL_REVIEWER, Vote.Choice.REJECT, LEO);
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.APPROVE, DANA);
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.APPROVE, HELEN);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.APPROVE, AMIR);
        return review;
    }

    @Test
    void when_their_time_is_over_it_is_closed_without_who_stayed_away() {
        ReviewId review = fiveOfSix();
        due(review, world.clock.instant().plus(Duration.ofHours(1)));
        refused(Kind.CONFLICT, () -> world.closeVote(review, RUTH), "bea.novak until ");
        notInTables(review);

        due(review, world.clock.instant().minus(Duration.ofHours(1)));

        world.closeVote(review, RUTH);
        assertThat(world.rounds.latest(review).orElseThrow().carried()).isEqualTo("APPROVE");
    }

    /** Of a vote whose task opened with its round. */
    private void due(ReviewId review, Instant at) {
        Instant began = world.rounds.latest(review).orElseThrow().openedAt();
        world.process().times(began.plusSeconds(60), at);
        world.jdbc
                .sql("delete from workflow.inbox_item where subject_id = :id")
                .param("id", review.value())
                .update();
        world.jdbc
                .sql(
                        """
                        insert into workflow.inbox_item (task_id, subject_kind, subject_id, task_key, label, roles, shared, created_at, due_at)
                        values (:id, 'REVIEW', cast(:id as uuid), 'vote', 'Vote', '{LEGAL_REVIEWER}', true, :began, :due)""")
                .param("id", review.toString())
                .param("began", Rows.at(began.plusSeconds(60)))
                .param("due", Rows.at(at))
                .update();
    }

    private void notInTables(ReviewId review) {
        for (String carried : new String[] {"'APPROVE'", "null"}) {
            assertThatThrownBy(() -> world.jdbc
                            .sql(
                                    "update review.vote_round set closed_at = now(), closed_by = 'ruth.castillo', carried = "
                                            + carried + " where review_id = :id")
                            .param("id", review.value())
                            .update())
                    .hasMessageContaining("a member of the panel has not voted yet");
        }
    }

    private static void refused(Kind kind, ThrowingCallable attempt, String because) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(kind))
                .hasMessageContaining(because);
    }
}
