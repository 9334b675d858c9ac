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
import static org.contractethics.review.internal.ReviewWorld.LEO;
import static org.contractethics.review.internal.ReviewWorld.PRIYA;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.time.Duration;
import java.util.UUID;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.ConfirmingSignature.Confirmation;
import org.contractethics.review.internal.StageForm.AppealResult;
import org.contractethics.review.internal.StageForm.GateResult;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** S9, H5: no quick signature takes the appeal of an approval from those who could still bring it about. */
class SignatureAfterAppealIT {

    private static final String WAITS = "can still be appealed";

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void with_two_dissents_nothing_is_signed_before_the_last_day_to_appeal() {
        ReviewId review = twoDissents();

        refused(review);
        assertThat(held(review)).contains(WAITS).contains("day after");
        assertThat(world.beforeSignature().told(world.reviews.get(review), SOFIA))
                .isPresent();
        notInTables(review);

        world.appeal(review, "People will be deported.", AMIR);
        world.clock.set(world.clock.instant().plus(Duration.ofDays(1)));
        refused(review);
        world.appeal(review, "The safeguard cannot be checked.", BEA);
        assertThat(world.appeals.of(review)).hasSize(1);
    }

    @Test
    void it_is_signed_when_the_days_are_over_and_nobody_appealed() {
        world.clock.set(world.clock.instant().minus(Duration.ofDays(30)));
        ReviewId review = twoDissents();
        refused(review);

        world.clock.set(world.clock.instant().plus(Duration.ofDays(30)));

        assertThat(held(review)).isEmpty();
        assertThat(sign(review)).isEqualTo(GateResult.SIGNED);
    }

    @Test
    void one_dissent_holds_nothing_until_whoever_wrote_it_asks_for_an_appeal() {
        ReviewId signed = world.decided(Outcome.CONDITIONAL, serious());
        assertThat(held(signed)).isEmpty();
        assertThat(sign(signed)).isEqualTo(GateResult.SIGNED);

        ReviewId asked = world.decided(Outcome.CONDITIONAL, serious());
        world.appeal(asked, "I dissented", BEA);

        refused(asked);
        notInTables(asked);
    }

    @Test
    void a_dissent_and_a_request_of_somebody_who_stepped_back_hold_nothing_and_ask_for_nothing() {
        ReviewId review = twoDissents();
        world.appeal(review, "People will be deported.", AMIR);
        world.recuse(review, Stage.VOTE, AMIR);

        assertThat(held(review)).isEmpty();
        world.appeal(review, "The safeguard cannot be checked.", BEA);
        assertThat(world.appeals.of(review)).as("one of two is left").isEmpty();
        assertThatThrownBy(() -> world.appeal(review, "Again", AMIR))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.NOT_ALLOWED));
        assertThatThrownBy(() -> world.jdbc
                        .sql("insert into review.appeal_request (decision_id, person, reasons, requested_at)"
                                + " select id, 'amir.haddad', 'x', now() from review.decision where review_id = :id"
                                + " on conflict do nothing")
                        .param("id", review.value())
                        .update())
                .hasMessageContaining("who declared a conflict asks for no appeal");
    }

    @Test
    void an_open_letter_about_the_contract_holds_it_too_and_the_account_owner_is_not_told() {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());
        ContractId contract = world.reviews.get(review).contract();
        world.letters.add(contract);

        refused(review);
        assertThat(world.beforeSignature().told(world.reviews.get(review), PRIYA))
                .isPresent();
        assertThat(world.beforeSignature().told(world.reviews.get(review), SOFIA))
                .isEmpty();
        assertThat(world.beforeSignature().told(world.reviews.get(review), actor("erin.walsh", Role.SUBMITTER)))
                .isEmpty();

        world.letters.clear();
        assertThat(sign(review)).isEqualTo(GateResult.SIGNED);
    }

    @Test
    void what_was_confirmed_on_appeal_waits_no_longer() {
        ReviewId review = twoDissents();
        world.appeal(review, "The board looks at it", actor("third.member", Role.BOARD_COMMITTEE));
        world.appeal(review, "People will be deported.", AMIR);
        world.appeal(review, "The safeguard cannot be checked.", BEA);
        world.voteOnAppeal(review, AppealResult.CONFIRM, INES);
        world.rule(review, AppealResult.CONFIRM, GEORGE);

        assertThat(held(review)).isEmpty();
        assertThat(sign(review)).isEqualTo(GateResult.SIGNED);
    }

    @Test
    void other_documents_go_back_at_once() {
        ReviewId review = twoDissents();
        world.papers.change(world.reviews.get(review).contract());

        assertThat(sign(review)).isEqualTo(GateResult.LAPSED);
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

    private GateResult sign(ReviewId review) {
        return world.sign(review, new Confirmation(true, "", ""), PRIYA);
    }

    private String held(ReviewId review) {
        return String.join(
                " ", world.gate().held(world.decisions.latestOf(review).orElseThrow()));
    }

    private void refused(ReviewId review) {
        assertThatThrownBy(() -> sign(review))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT))
                .hasMessageContaining(WAITS);
    }

    private void notInTables(ReviewId review) {
        Decision decision = world.decisions.latestOf(review).orElseThrow();
        UUID executed = world.executed(decision, PRIYA);
        assertThatThrownBy(() -> world.decisions.confirm(
                        decision, decision.documentSetHash(), executed, "priya.raman", world.clock.instant()))
                .hasMessageContaining("this decision may still be appealed");
    }
}
