package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.FakeNeighbours.actor;
import static org.contractethics.review.internal.ReviewWorld.AMIR;
import static org.contractethics.review.internal.ReviewWorld.BEA;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.ELENA;
import static org.contractethics.review.internal.ReviewWorld.GEORGE;
import static org.contractethics.review.internal.ReviewWorld.HELEN;
import static org.contractethics.review.internal.ReviewWorld.INES;
import static org.contractethics.review.internal.ReviewWorld.LENA;
import static org.contractethics.review.internal.ReviewWorld.LEO;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.harmless;
import static org.contractethics.review.internal.ReviewWorld.serious;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.Decision.Dissent;
import org.contractethics.review.internal.StageForm.AppealResult;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** H2, H3: what is decided and what is ruled rests on the votes that are valid at that moment, whoever steps back after they were cast. */
class ValidVotesIT {

    private static final Actor THIRD = actor("third.member", Role.BOARD_COMMITTEE);

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void an_approval_whose_only_legal_reviewer_stepped_back_since_is_returned_and_nothing_else() {
        ReviewId review = closed();
        world.recuse(review, Stage.VOTE, LEO);

        refused(
                () -> world.decide(review, world.verdict(Outcome.CONDITIONAL), RUTH),
                "1 valid vote, 1 vote of a legal reviewer",
                "Return the contract");
        uncarried(() -> insertDecision(review, "CONDITIONAL"));
        assertThat(world.decisions.of(review)).isEmpty();

        world.decide(review, world.verdict(Outcome.RETURN), RUTH);

        assertThat(world.process().open(review, Stage.CLARIFICATION)).isPresent();
        assertThat(world.decisions.latestOf(review).orElseThrow().dissents()).isEmpty();
    }

    @Test
    void three_against_two_of_whom_two_step_back_approve_nothing() {
        ReviewId review = world.upToTheVote(serious());
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, DANA);
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, HELEN);
        world.vote(review, Role.LEGAL_REVIEWER, Vote.Choice.CONDITIONAL, LEO);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.REJECT, AMIR);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.REJECT, BEA);
        world.closeVote(review, RUTH);
        world.recuse(review, Stage.VOTE, DANA);
        world.recuse(review, Stage.VOTE, HELEN);

        refused(() -> world.decide(review, world.verdict(Outcome.CONDITIONAL), RUTH), "2 valid votes", "(H2)");
        uncarried(() -> insertDecision(review, "CONDITIONAL"));
        uncarried(() -> insertDecision(review, "REJECT"));
    }

    @Test
    void a_majority_that_is_lost_while_the_quorum_stays_carries_nothing() {
        ReviewId review = world.upToTheVote(serious());
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, DANA);
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, HELEN);
        world.vote(review, Role.LEGAL_REVIEWER, Vote.Choice.CONDITIONAL, LEO);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.REJECT, AMIR);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.REJECT, BEA);
        world.closeVote(review, RUTH);

        assertThat(holds(review, "T3", "{}")).isTrue();
        assertThat(holds(review, "T3", "{\"carried\": \"REJECT\"}")).isFalse();
        assertThat(holds(review, "T4", "{}")).as("no external expert").isFalse();
        assertThat(holds(review, "T3", "{\"space\": {\"majority\": \"TWO_THIRDS\"}}"))
                .as("three of five are less than two thirds")
                .isFalse();
        assertThat(holds(review, "T3", "{\"space\": {\"majority\": \"MAJORITY\", \"quorum\": 6}}"))
                .isFalse();
        assertThat(holds(review, "T2", "{\"panel\": false}"))
                .as("reviewers agree")
                .isFalse();
    }

    @Test
    void the_one_reviewer_of_the_lowest_tier_who_stepped_back_decides_nothing() {
        ReviewId review = world.submit(world.libraryContract(), ReviewWorld.SOFIA);
        world.upToTheVote(review, harmless());
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.APPROVE, DANA);
        world.recuse(review, Stage.VOTE, DANA);

        refused(() -> world.decide(review, world.verdict(Outcome.APPROVE), RUTH), "1 valid vote");
        uncarried(() -> insertDecision(review, "APPROVE"));
    }

    @Test
    void a_vote_that_holds_is_not_returned_instead() {
        ReviewId review = closed();

        refused(() -> world.decide(review, world.verdict(Outcome.RETURN), RUTH), "the outcome that the vote carried");
        uncarried(() -> insertDecision(review, "RETURN"));
    }

    @Test
    void a_dissent_of_somebody_who_stepped_back_stays_and_says_so() {
        ReviewId review = sixVotes(Vote.Choice.REJECT, Vote.Choice.CONDITIONAL);

        world.decide(review, world.verdict(Outcome.CONDITIONAL), RUTH);

        assertThat(world.decisions.latestOf(review).orElseThrow().dissents())
                .filteredOn(Dissent::steppedBack)
                .extracting(Dissent::voter)
                .containsExactly(HELEN.username());
        assertThat(world.decisions.latestOf(review).orElseThrow().dissents())
                .extracting(Dissent::voter)
                .containsExactly(BEA.username(), HELEN.username());
        assertThat(world.kinds()).filteredOn("dissent-recorded"::equals).hasSize(2);
    }

    @Test
    void a_vote_on_an_appeal_of_somebody_who_stepped_back_does_not_count() {
        ReviewId review = world.decided(Outcome.REJECT, serious());
        world.appeal(review, "Misread", LENA);
        world.voteOnAppeal(review, AppealResult.CHANGE, Outcome.CONDITIONAL, INES);
        world.recuse(review, Stage.APPEAL, INES);

        assertThatThrownBy(() -> world.rule(review, AppealResult.CHANGE, world.verdict(Outcome.CONDITIONAL), GEORGE))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("at least 2 members")
                .hasMessageContaining("does not count (H2)");
        insertAppealVote(review, "george.tan");
        assertThatThrownBy(() -> insertRuling(review)).hasMessageContaining("named votes do not carry");

        world.voteOnAppeal(review, AppealResult.CHANGE, Outcome.CONDITIONAL, THIRD);
        world.clock.set(world.clock.instant().plusSeconds(60));
        world.rule(review, AppealResult.CHANGE, world.verdict(Outcome.CONDITIONAL), GEORGE);

        assertThat(world.last("appeal-decided").facts()).containsEntry("votes", 2);
    }

    @Test
    void who_declared_a_conflict_casts_no_vote_on_an_appeal_past_the_application() {
        ReviewId review = world.decided(Outcome.REJECT, serious());
        world.appeal(review, "Misread", LENA);
        world.declares(review, INES.username());
        world.recuse(review, Stage.APPEAL, INES);

        assertThatThrownBy(() -> insertAppealVote(review, INES.username()))
                .hasMessageContaining("who declared a conflict has no vote");
    }

    /** Five valid votes, one of them a dissent. */
    private ReviewId closed() {
        ReviewId review = world.upToTheVote(serious());
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);
        world.closeVote(review, RUTH);
        return review;
    }

    /** Helen votes and steps back before the vote is closed; Elena sits and votes in her place. */
    private ReviewId sixVotes(Vote.Choice ofHelen, Vote.Choice ofElena) {
        world.people.add(ELENA);
        ReviewId review = world.upToTheVote(serious());
        world.vote(review, Role.HR_REVIEWER, ofHelen, HELEN);
        world.recuse(review, Stage.VOTE, HELEN);
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, DANA);
        world.vote(review, Role.LEGAL_REVIEWER, Vote.Choice.CONDITIONAL, LEO);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.CONDITIONAL, AMIR);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.REJECT, BEA);
        world.vote(review, Role.EXTERNAL_EXPERT, ofElena, ELENA);
        world.closeVote(review, RUTH);
        return review;
    }

    /** What the database says of the round, with something of it otherwise. */
    private boolean holds(ReviewId review, String tier, String otherwise) {
        return world.jdbc
                .sql("select review.vote_holds(jsonb_populate_record(r, cast(:otherwise as jsonb)), :tier)"
                        + " from review.vote_round r where r.review_id = :id")
                .param("otherwise", otherwise)
                .param("tier", tier)
                .param("id", review.value())
                .query(Boolean.class)
                .single();
    }

    private void insertDecision(ReviewId review, String outcome) {
        world.jdbc
                .sql(
                        """
                        insert into review.decision (id, review_id, contract_id, pass, round, tier, outcome, reasons, rights,
                            policy_number, policy_hash, document_set_hash, contract_version, tables, decided_by, decided_at, expires_on)
                        select gen_random_uuid(), r.id, r.contract_id, r.pass, 1, r.tier, :outcome, 'x', '{R05}', 1,
                               repeat('0', 64), r.document_set_hash, r.contract_version, '{}', 'ruth.castillo', now(),
                               case when :outcome in ('APPROVE', 'CONDITIONAL') then now()::date + 30 end
                        from review.review r where r.id = :id""")
                .param("outcome", outcome)
                .param("id", review.value())
                .update();
    }

    private void insertAppealVote(ReviewId review, String voter) {
        world.declares(review, voter);
        world.jdbc
                .sql(
                        """
                        insert into review.appeal_vote (appeal_id, voter, choice, outcome, reasons, cast_at)
                        select id, :voter, 'CHANGE', 'CONDITIONAL', 'Because', now() from review.appeal where review_id = :id
                        """)
                .param("voter", voter)
                .param("id", review.value())
                .update();
    }

    private void insertRuling(ReviewId review) {
        world.jdbc
                .sql(
                        """
                        insert into review.appeal_ruling (appeal_id, result, outcome, reasons, decided_by, decided_at)
                        select id, 'CHANGE', 'CONDITIONAL', 'Because', 'george.tan', now() from review.appeal where review_id = :id
                        """)
                .param("id", review.value())
                .update();
    }

    private static void uncarried(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).rootCause().hasMessageContaining("carry it no longer");
    }

    private static void refused(ThrowingCallable attempt, String... words) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fields())
                .anySatisfy(problem -> assertThat(problem.message()).contains(words)));
    }
}
