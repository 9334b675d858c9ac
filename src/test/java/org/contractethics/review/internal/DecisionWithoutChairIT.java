package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.FakeNeighbours.actor;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.GEORGE;
import static org.contractethics.review.internal.ReviewWorld.INES;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.harmless;
import static org.contractethics.review.internal.ReviewWorld.impact;
import static org.contractethics.review.internal.ReviewWorld.serious;
import static org.contractethics.review.internal.VoteWithoutChair.refused;

import java.util.Locale;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Stage;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** A decision whose every panel chair is barred: the board committee records it, and only then. */
class DecisionWithoutChairIT {

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void the_decision_is_then_recorded_by_the_board_committee_and_not_by_the_acting_chair() {
        VoteWithoutChair vote = VoteWithoutChair.in(world).voted();
        ReviewId review = vote.review();
        world.closeVote(review, vote.acting());
        assertThat(toldTheBoard()).contains(Stage.DECISION.label().toLowerCase(Locale.ROOT));

        refused(Refused.Kind.NOT_ALLOWED, "This task is for", () -> decide(review, vote.acting()));
        refused(Refused.Kind.NOT_ALLOWED, "conflict", () -> decide(review, RUTH));
        decide(review, GEORGE);

        assertThat(world.decisions.latestOf(review).orElseThrow().decidedBy()).isEqualTo("george.tan");
    }

    @Test
    void the_board_committee_records_no_decision_that_a_panel_chair_can_record() {
        world.people.add(RUTH);
        ReviewId review = world.upToTheVote(serious());
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);
        world.closeVote(review, RUTH);

        refused(Refused.Kind.NOT_ALLOWED, "The panel chair records this decision.", () -> decide(review, GEORGE));
    }

    @Test
    void the_same_holds_where_reviewers_vote_without_a_panel() {
        world.people.add(RUTH);
        ReviewId review = world.submit(world.libraryContract(), SOFIA);
        world.upToTheVote(review, harmless());
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.APPROVE, DANA);
        refused(Refused.Kind.NOT_ALLOWED, "The panel chair records", () -> decide(review, Outcome.APPROVE, GEORGE));
        world.recuse(review, Stage.DECISION, RUTH);

        decide(review, Outcome.APPROVE, GEORGE);

        assertThat(world.decisions.latestOf(review).orElseThrow().decidedBy()).isEqualTo("george.tan");
    }

    @Test
    void whoever_alone_voted_does_not_record_the_decision_as_well() {
        Actor both = actor("ruth.castillo", Role.PANEL_CHAIR, Role.HR_REVIEWER);
        world.people.add(both);
        ReviewId review = world.submit(world.libraryContract(), SOFIA);
        world.upToTheVote(review, harmless());
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.APPROVE, both);

        refused(Refused.Kind.NOT_ALLOWED, "You alone voted", () -> decide(review, Outcome.APPROVE, both));
        assertThatThrownBy(() -> inTables(review, both)).hasMessageContaining("whoever alone voted");
        decide(review, Outcome.APPROVE, GEORGE);

        assertThat(world.decisions.latestOf(review).orElseThrow().decidedBy()).isEqualTo("george.tan");
    }

    private void inTables(ReviewId review, Actor actor) {
        world.jdbc
                .sql(
                        """
                        insert into review.decision (id, review_id, contract_id, pass, round, tier, outcome, reasons, rights,
                            policy_number, policy_hash, document_set_hash, contract_version, tables, decided_by, decided_at, expires_on)
                        select gen_random_uuid(), r.id, r.contract_id, r.pass, 1, r.tier, 'APPROVE', 'x', '{R05}', 1,
                               repeat('0', 64), r.document_set_hash, r.contract_version, '{}', :actor, now(), current_date + 30
                        from review.review r where r.id = :id""")
                .param("actor", actor.username())
                .param("id", review.value())
                .update();
    }

    @Test
    void the_board_is_told_when_the_last_chair_steps_back_from_a_decision_that_waits() {
        Actor second = actor("second.chair", Role.PANEL_CHAIR);
        world.people.add(RUTH, second);
        ReviewId review = world.upToTheVote(serious());
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);
        world.closeVote(review, RUTH);

        world.recuse(review, Stage.DECISION, GEORGE);
        world.recuse(review, Stage.DECISION, RUTH);
        assertThat(toldTheBoard()).as("the second chair can still decide").isEmpty();
        world.recuse(review, Stage.DECISION, second);
        String told = toldTheBoard();
        assertThat(told).contains(Stage.DECISION.label().toLowerCase(Locale.ROOT));
        world.recuse(review, Stage.DECISION, INES);

        assertThat(toldTheBoard()).as("told once").isEqualTo(told);
    }

    @Test
    void the_board_is_not_told_again_of_a_decision_that_was_theirs_from_the_start() {
        world.people.add(RUTH);
        ReviewId review = world.upToTheVote(impact("R05", 4, 4, 4, Likelihood.LIKELY));
        world.fiveVotes(review, Vote.Choice.REJECT, Vote.Choice.REJECT);
        world.closeVote(review, RUTH);
        String told = toldTheBoard();
        assertThat(told).contains(Stage.DECISION.label().toLowerCase(Locale.ROOT));

        world.recuse(review, Stage.DECISION, RUTH);

        assertThat(toldTheBoard()).isEqualTo(told);
    }

    @Test
    void the_board_committee_records_nothing_while_the_people_directory_does_not_answer() {
        VoteWithoutChair vote = VoteWithoutChair.in(world).voted();
        world.closeVote(vote.review(), vote.acting());
        world.people.answers = false;

        refused(
                Refused.Kind.NOT_ALLOWED,
                "The panel chair records this decision.",
                () -> decide(vote.review(), GEORGE));
    }

    private void decide(ReviewId review, Actor actor) {
        decide(review, Outcome.CONDITIONAL, actor);
    }

    private void decide(ReviewId review, Outcome outcome, Actor actor) {
        world.decide(review, world.verdict(outcome), actor);
    }

    private String toldTheBoard() {
        return world.published.stream()
                .filter(Notice.class::isInstance)
                .map(Notice.class::cast)
                .filter(notice -> notice.roles().contains(Role.BOARD_COMMITTEE))
                .map(Notice::title)
                .reduce("", (all, one) -> all + "\n" + one);
    }
}
