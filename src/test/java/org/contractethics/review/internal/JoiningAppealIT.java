package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.FakeNeighbours.actor;
import static org.contractethics.review.internal.ReviewWorld.AMIR;
import static org.contractethics.review.internal.ReviewWorld.BEA;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.GEORGE;
import static org.contractethics.review.internal.ReviewWorld.HELEN;
import static org.contractethics.review.internal.ReviewWorld.INES;
import static org.contractethics.review.internal.ReviewWorld.LENA;
import static org.contractethics.review.internal.ReviewWorld.LEO;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageForm.AppealResult;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Refused.Kind;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** S9, H1, H2, H5: an appeal that somebody files quickly takes nothing from those who dissented. */
class JoiningAppealIT {

    private static final Actor THIRD = actor("third.member", Role.BOARD_COMMITTEE);
    /** Is paid by every contract of these tests. */
    private static final Actor TOM = actor("tom.lindqvist", Role.BOARD_COMMITTEE);

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void who_is_paid_by_the_contract_appeals_nothing_for_the_board() {
        ReviewId review = twoDissents();

        refused(Kind.NOT_ALLOWED, () -> world.appeal(review, "All is well.", TOM), "(H1, H2)");
        assertThatThrownBy(() -> insertAppeal(review, "tom.lindqvist", "BOARD_COMMITTEE"))
                .hasMessageContaining("who submitted the contract or is paid by it");
    }

    @Test
    void who_declared_a_conflict_appeals_nothing_for_the_board() {
        ReviewId review = twoDissents();
        world.recusals.add(review, "third.member", null, Recusals.Interest.SHARES, world.clock.instant());

        refused(Kind.NOT_ALLOWED, () -> world.appeal(review, "All is well.", THIRD), "(H1, H2)");
        assertThatThrownBy(() -> insertAppeal(review, "third.member", "BOARD_COMMITTEE"))
                .hasMessageContaining("who declared a conflict");
    }

    @Test
    void the_owner_and_leadership_appeal_a_rejection_and_nothing_else() {
        ReviewId rejected = world.decided(Outcome.REJECT, serious());
        world.appeal(rejected, "It was misread.", SOFIA);
        ReviewId executive = world.decided(Outcome.REJECT, serious());
        world.appeal(executive, "It was misread.", actor("tom.lindqvist", Role.LEADERSHIP));
        ReviewId approved = twoDissents();

        refused(Kind.NOT_ALLOWED, () -> world.appeal(approved, "I doubt it.", LENA), "a rejection only");
        for (String role : new String[] {"SUBMITTER", "LEADERSHIP"}) {
            assertThatThrownBy(() -> insertAppeal(approved, "sofia.marin", role))
                    .hasMessageContaining("a rejection only");
        }
        assertThatThrownBy(() -> insertAppeal(approved, "tom.lindqvist", "SUBMITTER"))
                .hasMessageContaining("a rejection only");
    }

    @Test
    void nobody_votes_or_rules_before_each_who_dissented_joined() {
        ReviewId review = appealedByBoard();

        refusedToJudge(review);
        world.appeal(review, "Nobody can check the safeguard.", BEA);
        refusedToJudge(review);
        refused(Kind.CONFLICT, () -> world.appeal(review, "Once more.", BEA), "joined this appeal already");
        world.appeal(review, "People will be deported.", AMIR);

        assertThat(world.appeals.of(review)).hasSize(1);
        assertThat(world.kinds()).filteredOn("appeal-joined"::equals).hasSize(2);
        world.voteOnAppeal(review, AppealResult.CONFIRM, INES);
        world.rule(review, AppealResult.CONFIRM, GEORGE);
    }

    @Test
    void after_the_period_it_is_ruled_without_those_who_stayed_away() {
        world.clock.set(world.clock.instant().minus(Duration.ofDays(30)));
        ReviewId review = appealedByBoard();
        refused(Kind.CONFLICT, () -> world.voteOnAppeal(review, AppealResult.CONFIRM, INES), "day after");

        world.clock.set(world.clock.instant().plus(Duration.ofDays(30)));

        refused(Kind.CONFLICT, () -> world.appeal(review, "Too late.", BEA), "The time to appeal ended");
        world.voteOnAppeal(review, AppealResult.CONFIRM, INES);
        world.rule(review, AppealResult.CONFIRM, GEORGE);
    }

    @Test
    void nobody_waits_for_whoever_stepped_back_nor_for_one_who_could_not_appeal_alone() {
        ReviewId review = appealedByBoard();
        world.recuse(review, Stage.VOTE, AMIR);

        refused(Kind.NOT_ALLOWED, () -> world.appeal(review, "I dissented.", AMIR), "may appeal");
        world.appeal(review, "I dissented and join, though nobody waits for me.", BEA);
        world.voteOnAppeal(review, AppealResult.CONFIRM, INES);
        world.rule(review, AppealResult.CONFIRM, GEORGE);
    }

    @Test
    void others_do_not_join_and_nobody_joins_what_is_ruled_on() {
        ReviewId review = appealedByBoard();

        refused(Kind.CONFLICT, () -> world.appeal(review, "I too.", GEORGE), "appealed already");
        world.appeal(review, "Nobody can check the safeguard.", BEA);
        world.appeal(review, "People will be deported.", AMIR);
        world.voteOnAppeal(review, AppealResult.CONFIRM, INES);
        world.rule(review, AppealResult.CONFIRM, GEORGE);

        refused(Kind.CONFLICT, () -> world.appeal(review, "Again.", BEA), "An appeal is heard once");
    }

    @Test
    void the_table_takes_nobody_else_and_nothing_after_the_ruling() {
        ReviewId review = appealedByBoard();

        assertThatThrownBy(() -> insertJoining(review, "george.tan", "EMPLOYEE_PANELIST", null))
                .hasMessageContaining("only who dissented joins");
        assertThatThrownBy(() -> insertJoining(review, "tom.lindqvist", "OMBUDS", UUID.randomUUID()))
                .hasMessageContaining("who submitted the contract or is paid by it joins no appeal");
        assertThatThrownBy(() -> insertJoining(review, "olga.petrova", "OMBUDS", UUID.randomUUID()))
                .hasMessageContaining("the concern is not about this contract");
        insertJoining(review, "amir.haddad", "EMPLOYEE_PANELIST", null);
        insertJoining(review, "bea.novak", "EMPLOYEE_PANELIST", null);
        world.voteOnAppeal(review, AppealResult.CONFIRM, INES);
        world.rule(review, AppealResult.CONFIRM, GEORGE);

        assertThatThrownBy(() -> insertJoining(review, "bea.novak", "EMPLOYEE_PANELIST", null))
                .hasMessageContaining("the appeal is ruled on");
    }

    private void insertJoining(ReviewId review, String person, String role, @Nullable UUID concern) {
        world.jdbc
                .sql(
                        """
                        insert into review.appeal_joining (id, appeal_id, person, joined_as, reasons, concern_id, joined_at)
                        select gen_random_uuid(), id, :person, :role, 'x', cast(:concern as uuid), now()
                        from review.appeal where review_id = :id
                        """)
                .param("person", person)
                .param("role", role)
                .param("concern", concern == null ? null : concern.toString())
                .param("id", review.value())
                .update();
    }

    private void refusedToJudge(ReviewId review) {
        refused(Kind.CONFLICT, () -> world.voteOnAppeal(review, AppealResult.CONFIRM, INES), "(S9, H5)");
        refused(Kind.CONFLICT, () -> world.rule(review, AppealResult.CONFIRM, GEORGE), "(S9, H5)");
        assertThatThrownBy(() -> world.jdbc
                        .sql(
                                "insert into review.appeal_vote (appeal_id, voter, choice, reasons, cast_at)"
                                        + " select id, 'george.tan', 'CONFIRM', 'x', now() from review.appeal where review_id = :id")
                        .param("id", review.value())
                        .update())
                .hasMessageContaining("can still join this appeal");
        assertThatThrownBy(() -> world.jdbc
                        .sql(
                                "insert into review.appeal_ruling (appeal_id, result, reasons, decided_by, decided_at)"
                                        + " select id, 'CONFIRM', 'x', 'george.tan', now() from review.appeal where review_id = :id")
                        .param("id", review.value())
                        .update())
                .hasMessageContaining("can still join this appeal");
    }

    private ReviewId appealedByBoard() {
        ReviewId review = twoDissents();
        world.appeal(review, "The board looks at it.", THIRD);
        return review;
    }

    private ReviewId twoDissents() {
        ReviewId review = world.upToTheVote(serious());
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, DANA);
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, HELEN);
        world.vote(review, Role.LEGAL_REVIEWER, Vote.Choice.CONDITIONAL, LEO);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.REJECT, AMIR);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.REJECT, BEA);
        world.closeVote(review, RUTH);
        world.decide(review, world.verdict(Outcome.CONDITIONAL), RUTH);
        return review;
    }

    private void insertAppeal(ReviewId review, String person, String role) {
        world.jdbc
                .sql(
                        """
                        insert into review.appeal (id, review_id, decision_id, filed_by, filed_as, reasons, filed_at)
                        select gen_random_uuid(), review_id, id, :person, :role, 'x', now() from review.decision where review_id = :id
                        """)
                .param("person", person)
                .param("role", role)
                .param("id", review.value())
                .update();
    }

    private static void refused(Kind kind, ThrowingCallable attempt, String because) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(kind))
                .hasMessageContaining(because);
    }
}
