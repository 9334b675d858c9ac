package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.ReviewWorld.AMIR;
import static org.contractethics.review.internal.ReviewWorld.BEA;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.ELENA;
import static org.contractethics.review.internal.ReviewWorld.GEORGE;
import static org.contractethics.review.internal.ReviewWorld.LEO;
import static org.contractethics.review.internal.ReviewWorld.PRIYA;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.TARIQ;
import static org.contractethics.review.internal.ReviewWorld.harmless;
import static org.contractethics.review.internal.ReviewWorld.research;
import static org.contractethics.review.internal.ReviewWorld.serious;
import static org.contractethics.review.internal.ReviewWorld.unchanged;

import java.util.Set;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.ContractState;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.StageForm.LegalResult;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Table 2.5: what is presumptively refused takes a view from outside and the board. */
class TierFourIT {

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void a_t4_vote_is_not_closed_without_an_external_expert() {
        ReviewId review = withAnExpert(Set.of("SOCIAL_SCORING"), null);
        fourVotes(review);

        assertThatThrownBy(() -> world.closeVote(review, RUTH))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("external expert");
        world.vote(review, Role.EXTERNAL_EXPERT, Vote.Choice.CONDITIONAL, ELENA);
        world.closeVote(review, RUTH);
    }

    @Test
    void a_t4_decision_is_recorded_by_the_board_and_not_by_the_chair() {
        ReviewId review = withAnExpert(Set.of("SOCIAL_SCORING"), null);
        carried(review);

        assertThatThrownBy(() -> world.decide(review, world.verdict(Outcome.CONDITIONAL), RUTH))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("board committee");
        world.decide(review, world.verdict(Outcome.CONDITIONAL), GEORGE);

        assertThat(world.register.state(contractOf(review))).isEqualTo(ContractState.APPROVED_WITH_CONDITIONS.name());
        assertThat(world.decisions
                        .latestOf(review)
                        .orElseThrow()
                        .tables()
                        .space()
                        .decider())
                .isEqualTo("BOARD_COMMITTEE");
    }

    @Test
    void a_tier_raised_to_t4_by_a_person_asks_the_same() {
        ReviewId review = withAnExpert(Set.of("ENFORCEMENT_DATA_FUSION"), Tier.T4);
        carried(review);

        assertThatThrownBy(() -> world.decide(review, world.verdict(Outcome.CONDITIONAL), RUTH))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("board committee");
    }

    @Test
    void a_t3_decision_stays_with_the_chair() {
        ReviewId review = upToTheVote(Set.of("ENFORCEMENT_DATA_FUSION"), null);
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);
        world.closeVote(review, RUTH);

        assertThatThrownBy(() -> world.decide(review, world.verdict(Outcome.CONDITIONAL), GEORGE))
                .isInstanceOf(Refused.class);
        world.decide(review, world.verdict(Outcome.CONDITIONAL), RUTH);
    }

    private void carried(ReviewId review) {
        fourVotes(review);
        world.vote(review, Role.EXTERNAL_EXPERT, Vote.Choice.CONDITIONAL, ELENA);
        world.closeVote(review, RUTH);
    }

    private void fourVotes(ReviewId review) {
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.CONDITIONAL, DANA);
        world.vote(review, Role.LEGAL_REVIEWER, Vote.Choice.CONDITIONAL, LEO);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.CONDITIONAL, AMIR);
        world.vote(review, Role.EMPLOYEE_PANELIST, Vote.Choice.REJECT, BEA);
    }

    /** The lot can fall on these five only. */
    private ReviewId withAnExpert(Set<String> capabilities, @Nullable Tier raised) {
        world.people.only(DANA, LEO, AMIR, BEA, ELENA);
        return upToTheVote(capabilities, raised);
    }

    private ReviewId upToTheVote(Set<String> capabilities, @Nullable Tier raised) {
        ReviewId review = world.submit(world.register.add(AgencyType.BORDER, capabilities, SOFIA.username()), SOFIA);
        world.checkDocuments(review, PRIYA);
        world.legal(review, LegalResult.CLEAR, PRIYA);
        world.triage(review, harmless(), raised, raised == null ? "" : "Children are affected.", TARIQ);
        world.research(review, research(true), DANA);
        world.assess(review, DANA, serious());
        world.mitigate(review, unchanged(false, serious()), PRIYA);
        return review;
    }

    private ContractId contractOf(ReviewId review) {
        return world.reviews.get(review).contract();
    }
}
