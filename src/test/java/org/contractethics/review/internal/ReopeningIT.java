package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.PRIYA;
import static org.contractethics.review.internal.ReviewWorld.TARIQ;
import static org.contractethics.review.internal.ReviewWorld.harmless;
import static org.contractethics.review.internal.ReviewWorld.serious;

import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.ConfirmingSignature.Confirmation;
import org.contractethics.review.internal.StageForm.LegalResult;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** A concern opens a review again: wherever its contract stands, nothing of the old review is carried over afterwards. */
class ReopeningIT {

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void a_delta_review_whose_vote_is_open_begins_as_a_whole_one() {
        ReviewId delta = delta();
        upToTheVote(delta);
        assertThat(world.deltas.items().standing(delta, 1)).isNotEmpty();

        assertThat(world.reopenBecauseOfConcern(contract(delta))).contains(delta);

        assertThat(world.process().open(delta, Stage.LEGAL_STOP)).isPresent();
        assertThat(world.rounds.open(delta)).isEmpty();
        assertThat(world.reviews.get(delta).pass()).isEqualTo(2);
        assertThat(world.deltas.items().standing(delta, 2)).isEmpty();
        legal(delta);
        assertThat(world.process().open(delta, Stage.DOCUMENT_CHECK)).isPresent();
        assertThat(world.reopenBecauseOfConcern(contract(delta)))
                .as("a whole review takes up what became known without beginning anew")
                .isEmpty();
    }

    @Test
    void a_delta_review_that_has_carried_nothing_over_yet_goes_on_as_a_whole_one() {
        ReviewId delta = delta();

        assertThat(world.reopenBecauseOfConcern(contract(delta))).contains(delta);

        legal(delta);
        assertThat(world.process().open(delta, Stage.DOCUMENT_CHECK)).isPresent();
        world.checkDocuments(delta, PRIYA);
        world.triage(delta, harmless(), null, "", TARIQ);
        assertThat(world.process().open(delta, Stage.RESEARCH)).isPresent();
        assertThat(world.reviews.get(delta).pass()).isEqualTo(1);
    }

    @Test
    void a_delta_review_that_passed_its_documents_over_begins_anew_at_the_triage() {
        ReviewId delta = delta();
        legal(delta);
        assertThat(world.process().open(delta, Stage.TRIAGE)).isPresent();

        assertThat(world.reopenBecauseOfConcern(contract(delta))).contains(delta);

        world.triage(delta, harmless(), null, "", TARIQ);
        assertThat(world.process().open(delta, Stage.LEGAL_STOP)).isPresent();
        assertThat(world.reviews.get(delta).pass()).isEqualTo(2);
        assertThat(world.last("whole-review-begun").facts().get("reason"))
                .asString()
                .startsWith("It was asked to open the review again");
    }

    @Test
    void votes_that_were_cast_stay_and_the_measure_does_not_claim_that_anything_was_opened() {
        ReviewId delta = delta();
        upToTheVote(delta);
        world.vote(delta, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, DANA);

        assertThat(world.reopenBecauseOfConcern(contract(delta))).isEmpty();

        assertThat(world.rounds.open(delta)).isPresent();
        assertThat(world.reviews.get(delta).pass()).isEqualTo(1);
    }

    @Test
    void a_review_by_an_older_version_of_its_procedure_is_not_led_where_it_has_no_way() {
        ReviewId delta = delta();
        upToTheVote(delta);
        world.process().isOlder(delta);

        assertThat(world.reopenBecauseOfConcern(contract(delta))).isEmpty();
        assertThat(world.process().open(delta, Stage.VOTE)).isPresent();
    }

    @Test
    void an_approval_lapses_while_services_are_suspended_and_nothing_is_opened_or_carried_over_after_it() {
        ReviewId old = world.decided(Outcome.CONDITIONAL, serious());
        ContractId contract = contract(old);
        world.sign(old, new Confirmation(true, "", ""), PRIYA);
        world.register.become(contract, "SUSPENDED");

        assertThat(world.reopenBecauseOfConcern(contract)).isEmpty();

        Decision approval = world.decisions.latestOf(old).orElseThrow();
        assertThat(world.decisions.lapse(approval.id())).isPresent();
        assertThat(world.reopenBecauseOfConcern(contract)).as("it lapses once").isEmpty();
    }

    @Test
    void a_stopped_contract_keeps_its_end() {
        ReviewId review = world.submit(world.borderContract(), ReviewWorld.SOFIA);
        world.checkDocuments(review, PRIYA);
        world.legal(review, LegalResult.STOP, PRIYA);

        assertThat(world.reopenBecauseOfConcern(contract(review))).isEmpty();
    }

    private ReviewId delta() {
        ReviewId old = world.decided(Outcome.CONDITIONAL, serious());
        world.clock.set(world.clock.instant().plusSeconds(60));
        world.change(contract(old), "ceiling_minor = 5000");
        return world.reviews.of(contract(old)).get(0).id();
    }

    private void upToTheVote(ReviewId delta) {
        legal(delta);
        world.triage(delta, harmless(), null, "", TARIQ);
    }

    private void legal(ReviewId delta) {
        world.legal(delta, LegalResult.CLEAR, PRIYA);
    }

    private ContractId contract(ReviewId review) {
        return world.reviews.get(review).contract();
    }
}
