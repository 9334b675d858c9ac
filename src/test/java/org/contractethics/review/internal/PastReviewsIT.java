package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.util.List;
import java.util.UUID;
import org.contractethics.policy.PastCases.PastCase;
import org.contractethics.policy.PastCases.Space;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Reviews as cases of a dry run: with every input the tables had, and put together as the review put them together. */
class PastReviewsIT {

    private final ReviewWorld world = new ReviewWorld();
    private final PastReviews past =
            new PastReviews(world.jdbc, new Json(JsonMapper.builder().build()), world.register);

    @Test
    void a_decided_review_gives_back_exactly_what_it_was_judged_by() {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());
        Decision decision = world.decisions.latestOf(review).orElseThrow();

        PastCase found = of(review.value());

        assertThat(found.confirmed()).isEqualTo(decision.tier());
        assertThat(found.policyNumber()).isEqualTo(decision.policyNumber());
        assertThat(world.policy.triage(found.facts()).tier())
                .isEqualTo(world.reviews.get(review).tableTier());
        Boolean gaps = found.blockingGaps(world.policy, found.confirmed());
        Space space = past.together(
                world.policy,
                gaps,
                found.impacts().stream()
                        .map(impact -> impact.under(world.policy, gaps))
                        .toList(),
                found.critical(world.policy));
        assertThat(space.allowed()).isEqualTo(decision.tables().space().allowed());
        assertThat(space.decider()).isEqualTo(decision.tables().space().decider());
        assertThat(space.majority()).isEqualTo(decision.tables().space().majority());
    }

    @Test
    void a_review_that_is_only_triaged_runs_without_a_table_of_outcomes() {
        ReviewId review = world.submit(world.borderContract(), ReviewWorld.SOFIA);
        assertThat(past.all()).noneMatch(found -> found.review().equals(review.value()));
        world.checkDocuments(review, ReviewWorld.PRIYA);
        world.legal(review, StageForm.LegalResult.CLEAR, ReviewWorld.PRIYA);
        world.triage(review, ReviewWorld.harmless(), null, "", ReviewWorld.TARIQ);

        PastCase found = of(review.value());

        assertThat(found.open()).isTrue();
        assertThat(found.assessed()).isFalse();
        assertThat(found.confirmed()).isGreaterThanOrEqualTo(Tier.T2);
        assertThat(found.facts().capabilities()).containsExactly("ENFORCEMENT_DATA_FUSION");
    }

    /** H1 */
    @Test
    void whoever_submitted_a_contract_or_declared_a_conflict_in_its_review_gains_by_it() {
        ReviewId review = world.submit(world.borderContract(), ReviewWorld.SOFIA);
        ContractId contract = world.reviews.get(review).contract();
        assertThat(past.gainedBy(ReviewWorld.SOFIA.username())).contains(contract);
        assertThat(past.gainedBy(ReviewWorld.PRIYA.username())).isEmpty();

        world.jdbc
                .sql(
                        """
                        insert into review.recusal (id, review_id, person, stage, interest, declared_at)
                        values (gen_random_uuid(), :review, :person, null, 'SHARES', now())""")
                .param("review", review.value())
                .param("person", ReviewWorld.PRIYA.username())
                .update();

        assertThat(past.gainedBy(ReviewWorld.PRIYA.username())).containsExactly(contract);
    }

    private PastCase of(UUID review) {
        List<PastCase> all = past.all();
        return all.stream()
                .filter(found -> found.review().equals(review))
                .findFirst()
                .orElseThrow();
    }
}
