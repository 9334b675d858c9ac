package org.contractethics.review.internal.followup;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.followup.SampleReview.Result;

/**
 * The first and the second result side by side: they agree where tier and outcome are the same. Which rights they name is shown, and
 * decides nothing.
 */
public record SampleComparison(Verdict verdict, Set<Difference> differences) {

    /** From the mildest to the strictest; the database holds the same order. */
    private static final List<Outcome> STRICTNESS = List.of(
            Outcome.APPROVE, Outcome.CONDITIONAL, Outcome.RETURN, Outcome.REJECT, Outcome.SUSPEND, Outcome.EXIT);

    /** In what they differ. */
    public enum Difference {
        TIER,
        OUTCOME
    }

    /** How the second result stands to the first. */
    public enum Verdict {
        AGREES("Both reviews agree"),
        /** It differs and is stricter in nothing. */
        MILDER("The second review is milder"),
        /** It is stricter in tier or outcome, whatever the other is. */
        STRICTER("The second review is stricter");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public SampleComparison {
        differences = Set.copyOf(differences);
    }

    public static SampleComparison of(Decision first, Result second) {
        return of(first.tier(), first.outcome(), second.tier(), second.outcome());
    }

    static SampleComparison of(Tier firstTier, Outcome firstOutcome, Tier tier, Outcome outcome) {
        Set<Difference> differences = EnumSet.noneOf(Difference.class);
        if (tier != firstTier) {
            differences.add(Difference.TIER);
        }
        if (outcome != firstOutcome) {
            differences.add(Difference.OUTCOME);
        }
        boolean stricter = tier.compareTo(firstTier) > 0 || strictness(outcome) > strictness(firstOutcome);
        return new SampleComparison(
                differences.isEmpty() ? Verdict.AGREES : stricter ? Verdict.STRICTER : Verdict.MILDER, differences);
    }

    static int strictness(Outcome outcome) {
        return STRICTNESS.indexOf(outcome);
    }

    /** One word for the record and the figures, the same in each process: AGREES, TIER, OUTCOME or TIER_AND_OUTCOME. */
    public String code() {
        if (differences.isEmpty()) {
            return Verdict.AGREES.name();
        }
        return differences.size() > 1
                ? "TIER_AND_OUTCOME"
                : differences.iterator().next().name();
    }
}
