package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.FakeNeighbours.actor;
import static org.contractethics.review.internal.ReviewWorld.GEORGE;
import static org.contractethics.review.internal.ReviewWorld.INES;
import static org.contractethics.review.internal.ReviewWorld.LENA;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.harmless;
import static org.contractethics.review.internal.ReviewWorld.impact;
import static org.contractethics.review.internal.ReviewWorld.moderate;
import static org.contractethics.review.internal.ReviewWorld.serious;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageForm.AppealResult;
import org.contractethics.shared.Actor;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Refused.Kind;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** S9: what the named votes on an appeal carry, and what becomes of the review. */
class AppealVotesIT {

    private static final Actor THIRD = actor("third.member", Role.BOARD_COMMITTEE);

    private final ReviewWorld world = new ReviewWorld();

    @ParameterizedTest
    @EnumSource(AppealResult.class)
    void one_member_alone_rules_nothing(AppealResult result) {
        ReviewId review = appealedRejection();
        Verdict verdict = world.verdict(Outcome.CONDITIONAL);

        assertThatThrownBy(() -> rule(review, result, result == AppealResult.CHANGE ? verdict : null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("at least 2 members");

        assertThat(world.appeals.pending(review)).isPresent();
        insertVote(review, result, result == AppealResult.CHANGE ? Outcome.CONDITIONAL : null, "george.tan");
        uncarried(() -> insertRuling(review, result, result == AppealResult.CHANGE ? Outcome.CONDITIONAL : null));
    }

    @Test
    void a_change_needs_two_thirds_where_the_tables_ask_them() {
        ReviewId review = world.decided(Outcome.REJECT, impact("R17", 4, 2, 2, Likelihood.RARE), serious());
        world.appeal(review, "Misread", LENA);
        world.voteOnAppeal(review, AppealResult.CHANGE, Outcome.CONDITIONAL, INES);
        world.voteOnAppeal(review, AppealResult.CHANGE, Outcome.CONDITIONAL, THIRD);
        world.voteOnAppeal(review, AppealResult.CONFIRM, actor("fourth.member", Role.BOARD_COMMITTEE));
        world.voteOnAppeal(review, AppealResult.CONFIRM, actor("fifth.member", Role.BOARD_COMMITTEE));

        assertThatThrownBy(() -> rule(review, AppealResult.CHANGE, world.verdict(Outcome.CONDITIONAL)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("3 of 5")
                .hasMessageContaining("two thirds");

        insertVote(review, AppealResult.CHANGE, Outcome.CONDITIONAL, "george.tan");
        uncarried(() -> insertRuling(review, AppealResult.CHANGE, Outcome.CONDITIONAL));
    }

    @Test
    void votes_for_two_different_changes_carry_neither() {
        ReviewId review = world.decided(Outcome.REJECT, moderate());
        world.appeal(review, "Misread", LENA);
        world.voteOnAppeal(review, AppealResult.CHANGE, Outcome.APPROVE, INES);

        refused(Kind.CONFLICT, () -> rule(review, AppealResult.CHANGE, world.verdict(Outcome.CONDITIONAL)));

        insertVote(review, AppealResult.CHANGE, Outcome.CONDITIONAL, "george.tan");
        uncarried(() -> insertRuling(review, AppealResult.CHANGE, Outcome.CONDITIONAL));
        uncarried(() -> insertRuling(review, AppealResult.CHANGE, Outcome.APPROVE));
    }

    @Test
    void a_vote_for_a_change_says_to_what_and_no_other_vote_does() {
        ReviewId review = appealedRejection();

        refused(Kind.INVALID, () -> world.voteOnAppeal(review, AppealResult.CHANGE, INES));
        refused(Kind.INVALID, () -> world.voteOnAppeal(review, AppealResult.CHANGE, Outcome.REJECT, INES));
        refused(Kind.INVALID, () -> world.voteOnAppeal(review, AppealResult.CONFIRM, Outcome.CONDITIONAL, INES));

        assertThatThrownBy(() -> insertVote(review, AppealResult.CHANGE, null, "ines.duarte"))
                .hasMessageContaining("appeal_vote_outcome_check");
        assertThatThrownBy(() -> insertVote(review, AppealResult.RETURN, Outcome.CONDITIONAL, "ines.duarte"))
                .hasMessageContaining("appeal_vote_outcome_check");
    }

    @Test
    void where_no_result_has_its_majority_the_case_goes_back_and_nothing_else() {
        ReviewId review = appealedRejection();
        world.voteOnAppeal(review, AppealResult.CONFIRM, INES);
        world.voteOnAppeal(review, AppealResult.CHANGE, Outcome.CONDITIONAL, GEORGE);
        refused(Kind.CONFLICT, () -> rule(review, AppealResult.CONFIRM, null));
        refused(Kind.CONFLICT, () -> rule(review, AppealResult.CHANGE, world.verdict(Outcome.CONDITIONAL)));
        uncarried(() -> insertRuling(review, AppealResult.CONFIRM, null));

        rule(review, AppealResult.RETURN, null);

        assertThat(world.process().open(review, Stage.CLARIFICATION)).isPresent();
    }

    @Test
    void what_carried_is_not_returned_instead() {
        ReviewId review = appealedRejection();
        world.voteOnAppeal(review, AppealResult.CONFIRM, INES);
        world.voteOnAppeal(review, AppealResult.CONFIRM, THIRD);

        refused(Kind.CONFLICT, () -> rule(review, AppealResult.RETURN, null));
        uncarried(() -> insertRuling(review, AppealResult.RETURN, null));
    }

    @Test
    void who_voted_on_an_appeal_may_record_the_next_decision_but_not_vote_and_who_ruled_neither() {
        ReviewId review = appealedRejection();
        world.voteOnAppeal(review, AppealResult.RETURN, INES);
        rule(review, AppealResult.RETURN, null);

        assertThat(world.face.objections(review, Stage.DECISION, INES)).noneMatch(text -> text.contains("appeal"));
        assertThat(world.face.objections(review, Stage.VOTE, INES))
                .anyMatch(text -> text.contains("voted on an appeal"));
        assertThat(world.face.objections(review, Stage.DECISION, GEORGE)).anyMatch(text -> text.contains("ruled on"));
        assertThat(world.face.objections(review, Stage.VOTE, GEORGE)).anyMatch(text -> text.contains("ruled on"));
    }

    @Test
    void an_appeal_of_an_approval_that_lapsed_keeps_no_later_rejection_open() {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());
        world.appeal(review, "The board looks at it", GEORGE);
        world.change(world.reviews.get(review).contract(), "end_users = '{Removal units}'");
        world.clock.set(world.clock.instant().plusSeconds(3_600));
        world.answer(review, "Removal units use it, too.", SOFIA);
        world.upToTheVote(review, harmless(), serious());
        world.fiveVotes(review, Vote.Choice.REJECT, Vote.Choice.REJECT);
        world.closeVote(review, RUTH);
        world.decide(review, world.verdict(Outcome.REJECT), RUTH);

        world.inTransaction(() -> world.face.appealPeriodOver(review));

        assertThat(world.reviews.get(review).closed()).isTrue();
    }

    @Test
    void a_review_of_an_older_version_is_moved_before_its_decision_is_changed() {
        ReviewId review = appealedRejection();
        world.process().isOlder(review);

        assertThatThrownBy(() -> world.voteOnAppeal(review, AppealResult.CHANGE, Outcome.CONDITIONAL, INES))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("move it to the newest version first");
        insertVote(review, AppealResult.CHANGE, Outcome.CONDITIONAL, "ines.duarte");
        assertThatThrownBy(() -> rule(review, AppealResult.CHANGE, world.verdict(Outcome.CONDITIONAL)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("move it to the newest version first");
    }

    @ParameterizedTest
    @EnumSource(AppealResult.class)
    void an_approval_lapses_when_it_is_changed_or_its_case_goes_back_and_not_when_it_is_confirmed(AppealResult result) {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());
        DecisionId first = world.decisions.latestOf(review).orElseThrow().id();
        world.appeal(review, "The board looks at it", THIRD);
        world.clock.set(world.clock.instant().plusSeconds(60));
        boolean change = result == AppealResult.CHANGE;
        world.voteOnAppeal(review, result, change ? Outcome.REJECT : null, INES);

        rule(review, result, change ? world.verdict(Outcome.REJECT) : null);

        boolean lapses = result != AppealResult.CONFIRM;
        assertThat(world.decisions.lapse(first).isPresent()).isEqualTo(lapses);
        assertThat(world.kinds()).filteredOn("approval-lapsed"::equals).hasSize(lapses ? 1 : 0);
    }

    private ReviewId appealedRejection() {
        ReviewId review = world.decided(Outcome.REJECT, serious());
        world.appeal(review, "Misread", LENA);
        return review;
    }

    private void rule(ReviewId review, AppealResult result, @Nullable Verdict verdict) {
        if (verdict == null) {
            world.rule(review, result, GEORGE);
        } else {
            world.rule(review, result, verdict, GEORGE);
        }
    }

    private void insertVote(ReviewId review, AppealResult choice, @Nullable Outcome outcome, String voter) {
        world.jdbc
                .sql(
                        """
                        insert into review.appeal_vote (appeal_id, voter, choice, outcome, reasons, cast_at)
                        select id, :voter, :choice, :outcome, 'Because', now() from review.appeal where review_id = :id
                        """)
                .param("voter", voter)
                .param("choice", choice.name())
                .param("outcome", Rows.name(outcome))
                .param("id", review.value())
                .update();
    }

    private void insertRuling(ReviewId review, AppealResult result, @Nullable Outcome outcome) {
        world.jdbc
                .sql(
                        """
                        insert into review.appeal_ruling (appeal_id, result, outcome, reasons, decided_by, decided_at)
                        select id, :result, :outcome, 'Because', 'george.tan', now() from review.appeal where review_id = :id
                        """)
                .param("result", result.name())
                .param("outcome", Rows.name(outcome))
                .param("id", review.value())
                .update();
    }

    private static void uncarried(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).hasMessageContaining("named votes do not carry");
    }

    private static void refused(Kind kind, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.kind())
                .isEqualTo(kind));
    }
}
