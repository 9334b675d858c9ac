package org.contractethics.review.internal.followup;

import static org.assertj.core.api.Assertions.assertThat;

import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.followup.SampleComparison.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How the second result stands to the first. */
class SampleComparisonTests {

    @ParameterizedTest
    @CsvSource({
        "T1, APPROVE, T1, APPROVE, AGREES, AGREES",
        "T1, APPROVE, T2, APPROVE, STRICTER, TIER",
        "T1, APPROVE, T1, CONDITIONAL, STRICTER, OUTCOME",
        "T1, APPROVE, T1, RETURN, STRICTER, OUTCOME",
        "T1, APPROVE, T3, REJECT, STRICTER, TIER_AND_OUTCOME",
        "T1, REJECT, T1, CONDITIONAL, MILDER, OUTCOME",
        "T1, SUSPEND, T1, REJECT, MILDER, OUTCOME",
        "T1, REJECT, T2, APPROVE, STRICTER, TIER_AND_OUTCOME",
        "T2, REJECT, T1, APPROVE, MILDER, TIER_AND_OUTCOME"
    })
    void is_stricter_where_tier_or_outcome_is(
            Tier firstTier, Outcome first, Tier tier, Outcome second, Verdict verdict, String code) {
        SampleComparison comparison = SampleComparison.of(firstTier, first, tier, second);

        assertThat(comparison.verdict()).isEqualTo(verdict);
        assertThat(comparison.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void every_outcome_has_its_place_among_the_milder_and_the_stricter(Outcome outcome) {
        assertThat(SampleComparison.strictness(outcome)).isNotNegative();
    }

    @Test
    void an_approval_is_milder_than_everything_and_an_exit_stricter() {
        assertThat(SampleComparison.of(Tier.T1, Outcome.EXIT, Tier.T1, Outcome.APPROVE)
                        .verdict())
                .isEqualTo(Verdict.MILDER);
        assertThat(SampleComparison.of(Tier.T1, Outcome.SUSPEND, Tier.T1, Outcome.EXIT)
                        .verdict())
                .isEqualTo(Verdict.STRICTER);
    }
}
