package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.CountersignedResidualIT.critical;
import static org.contractethics.review.internal.CountersignedResidualIT.talkDown;
import static org.contractethics.review.internal.CountersignedResidualIT.talkedDown;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.GEORGE;
import static org.contractethics.review.internal.ReviewWorld.HELEN;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.impact;
import static org.contractethics.review.internal.ReviewWorld.unchanged;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.policy.PastCases.PastCase;
import org.contractethics.policy.PastCases.Space;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageForm.Mitigation;
import org.contractethics.review.internal.StageForm.Residual;
import org.contractethics.review.internal.residual.ResidualCountersignature;
import org.contractethics.review.internal.residual.ResidualTables;
import org.contractethics.shared.Notice;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What was refused stays refused until something else is stated, and what was decided stays as it was decided. */
class RefusedResidualIT {

    private static final String REASON = "Without matching nobody is detained by the product.";

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void the_same_text_in_the_next_pass_is_refused_already() {
        ReviewId review = refusedAndReturned();
        int asked = asked();

        talkDown(world, review, critical(), talkedDown("  WITHOUT matching\nnobody is detained  by the product. "));

        assertThat(allowed(review)).containsExactly(Outcome.REJECT);
        assertThat(asked())
                .as("nobody is asked to countersign what was refused")
                .isEqualTo(asked);
        assertThat(ResidualTables.on(world.jdbc).standing(review, 2))
                .hasValueSatisfying(standing -> assertThat(standing.agreed()).isFalse());
        assertThatThrownBy(() -> sign(review, 2, DANA.username(), true)).hasMessageContaining("already");
        assertThat(allowed(review)).containsExactly(Outcome.REJECT);
    }

    @Test
    void another_text_is_countersigned_anew() {
        ReviewId review = refusedAndReturned();
        int asked = asked();

        talkDown(world, review, critical(), talkedDown("The office closes its whole detention programme in May."));
        assertThat(asked()).isEqualTo(asked + 1);
        sign(review, 2, DANA.username(), true);

        assertThat(allowed(review)).contains(Outcome.APPROVE, Outcome.CONDITIONAL);
    }

    @Test
    void another_safeguard_makes_no_other_text_of_it() {
        ReviewId review = refusedAndReturned();
        Mitigation same = talkedDown(REASON);

        talkDown(
                world,
                review,
                critical(),
                new Mitigation(
                        same.measures(),
                        same.residuals(),
                        ReviewWorld.safeguards(true),
                        "The end-use restriction was refused.",
                        Map.of(),
                        Map.of(),
                        Map.of()));

        assertThatThrownBy(() -> sign(review, 2, DANA.username(), true)).hasMessageContaining("already");
    }

    @Test
    void the_next_review_of_the_contract_knows_the_refusal_and_another_contract_does_not() {
        ReviewId old = lowered();
        sign(old, 1, HELEN.username(), false);
        ReviewId other = lowered();
        assertThat(ResidualTables.on(world.jdbc).standing(other, 1)).isEmpty();
        world.rounds.close(old, 1, RUTH.username(), world.clock.instant(), null);
        world.reviews.close(old, world.clock.instant());

        ReviewId next = world.submit(world.reviews.get(old).contract(), SOFIA);
        talkDown(world, next, critical(), talkedDown(REASON));

        assertThatThrownBy(() -> sign(next, 1, DANA.username(), true)).hasMessageContaining("already");
        assertThat(allowed(next)).containsExactly(Outcome.REJECT);
    }

    @Test
    void a_refusal_of_whoever_has_a_conflict_counts_no_longer() {
        ReviewId review = lowered();
        sign(review, 1, "nora.lind", false);
        world.recusals.add(review, "nora.lind", null, Recusals.Interest.FAMILY_OR_FRIEND, Instant.now());

        sign(review, 1, HELEN.username(), true);

        assertThat(allowed(review)).contains(Outcome.APPROVE);
    }

    @Test
    void what_counted_at_the_decision_is_what_its_pages_and_papers_tell() {
        ReviewId review = lowered();
        world.people.add(GEORGE);
        sign(review, 1, "nora.lind", true);
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);
        world.closeVote(review, RUTH);
        world.decide(review, world.verdict(Outcome.CONDITIONAL), GEORGE);
        Decision decision = world.decisions.latestOf(review).orElseThrow();

        world.recusals.add(review, "nora.lind", null, Recusals.Interest.FAMILY_OR_FRIEND, Instant.now());

        assertThat(ResidualTables.on(world.jdbc).standing(review, 1)).isEmpty();
        assertThat(ResidualTables.on(world.jdbc).at(decision.id()))
                .map(ResidualCountersignature::person)
                .contains("nora.lind");
    }

    @Test
    void what_mitigation_states_is_likelier_counts_at_once_and_waits_for_nobody() {
        Impact rare = impact("R15", 2, 2, 2, Likelihood.RARE);
        ReviewId review = world.submit(world.borderContract(), SOFIA);
        Mitigation same = unchanged(false, rare);

        talkDown(
                world,
                review,
                rare,
                new Mitigation(
                        same.measures(),
                        List.of(new Residual("R15", 2, 2, 2, Likelihood.LIKELY, Map.of())),
                        same.safeguards(),
                        "",
                        Map.of(),
                        Map.of(),
                        Map.of()));

        VoteRound round = world.rounds.open(review).orElseThrow();
        assertThat(round.spaces().lowered()).isFalse();
        assertThat(round.space().rows()).allSatisfy(row -> {
            assertThat(row.inputs()).containsEntry("residualLikelihood", "LIKELY");
            assertThat(row.lowered()).isFalse();
        });
        assertThat(pastSpace(review)).isEqualTo(round.space().allowed());
    }

    @Test
    void the_database_opens_no_vote_on_a_lower_likelihood_alone() {
        ReviewId review = lowered();

        assertThatThrownBy(() -> world.jdbc
                        .sql(
                                """
                                insert into review.vote_round (review_id, round, pass, space, panel, opened_at)
                                select review_id, 2, pass,
                                    jsonb_set(space, '{rows,0,inputs,residualLikelihood}', '"LIKELY"'), panel, now()
                                from review.vote_round where review_id = :review
                                """)
                        .param("review", review.value())
                        .update())
                .hasMessageContaining("opens on the severity and the likelihood that were assessed");
    }

    @Test
    void the_dry_run_weighs_as_the_review_before_and_after_the_countersignature() {
        ReviewId review = lowered();
        assertThat(pastSpace(review)).isEqualTo(allowed(review)).containsExactly(Outcome.REJECT);

        sign(review, 1, HELEN.username(), true);

        assertThat(pastSpace(review)).isEqualTo(allowed(review)).contains(Outcome.APPROVE);
        assertThat(past(review).decider()).isEqualTo("BOARD_COMMITTEE");
    }

    private Set<Outcome> pastSpace(ReviewId review) {
        return past(review).allowed();
    }

    private Space past(ReviewId review) {
        PastReviews past =
                new PastReviews(world.jdbc, new Json(JsonMapper.builder().build()), world.register);
        PastCase found = past.all().stream()
                .filter(one -> one.review().equals(review.value()))
                .findFirst()
                .orElseThrow();
        Boolean gaps = found.blockingGaps(world.policy, found.confirmed());
        return past.together(
                world.policy,
                gaps,
                found.impacts().stream()
                        .map(one -> one.under(world.policy, gaps))
                        .toList(),
                found.critical(world.policy));
    }

    private ReviewId lowered() {
        ReviewId review = world.submit(world.borderContract(), SOFIA);
        talkDown(world, review, critical(), talkedDown(REASON));
        return review;
    }

    /** In its second pass, after somebody refused in the first. */
    private ReviewId refusedAndReturned() {
        ReviewId review = lowered();
        sign(review, 1, HELEN.username(), false);
        world.rounds.close(review, 1, RUTH.username(), world.clock.instant(), null);
        world.reviews.nextPass(review);
        world.process().stand(review, Stage.DOCUMENT_CHECK);
        return review;
    }

    private void sign(ReviewId review, int pass, String person, boolean agreed) {
        world.declares(review, person);
        ResidualTables.sign(world.jdbc, review, pass, person, agreed);
    }

    private Set<Outcome> allowed(ReviewId review) {
        return world.rounds.open(review).orElseThrow().space().allowed();
    }

    private int asked() {
        return (int) world.published.stream()
                .filter(event ->
                        event instanceof Notice notice && notice.title().contains("countersign residual severity"))
                .count();
    }
}
