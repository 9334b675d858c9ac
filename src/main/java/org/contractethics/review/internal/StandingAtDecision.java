package org.contractethics.review.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.policy.Policy.TriageFacts;
import org.contractethics.policy.Safeguards.GapWeight;
import org.contractethics.policy.Safeguards.SafeguardGap;
import org.contractethics.policy.Weighed;
import org.contractethics.review.internal.AllowedSpace.Row;
import org.contractethics.review.internal.Decision.DecisionTables;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.jspecify.annotations.Nullable;

/**
 * What stood when a decision was made, in codes that the record can be counted by: the impacts that are left after mitigation, with
 * their priority, vulnerable groups, and what was not known or not in the contract. It holds no text and no name.
 */
final class StandingAtDecision {

    private static final String NO_IMPACT = "-";
    private static final String UNKNOWN = "UNKNOWN";

    private StandingAtDecision() {}

    static Facts of(Decision decision, Policy policy) {
        DecisionTables tables = decision.tables();
        TriageConfirmation triage = tables.triage();
        TriageFacts facts = triage == null ? null : triage.facts();
        return Facts.of(
                        "impacts",
                        Facts.list(tables.space().rows().stream()
                                .filter(row -> !row.right().equals(NO_IMPACT))
                                .map(row -> impact(row, policy))
                                .toList()))
                .and("vulnerableGroups", answer(facts == null ? null : facts.vulnerableGroups()))
                .and("informationGap", answer(facts == null ? null : facts.informationGap()))
                .and("blockingGaps", gaps(tables.space(), List.of(GapWeight.BLOCKING)))
                .and("otherGaps", gaps(tables.space(), List.of(GapWeight.REPORTED, GapWeight.UNKNOWN)));
    }

    private static Facts impact(Row row, Policy policy) {
        Severity severity = known(Severity.values(), row.inputs().get("residualSeverity"));
        Likelihood likelihood = known(Likelihood.values(), row.inputs().get("residualLikelihood"));
        Weighed weighed = row.weighed();
        return Facts.of("right", row.right())
                .and("severity", severity == null ? Severity.INCOMPLETE : severity)
                .and("assessedSeverity", weighed == null ? null : weighed.assessed())
                .and("residualSeverity", weighed == null ? null : weighed.residual())
                .and("likelihood", likelihood == null ? UNKNOWN : likelihood)
                .and("priority", policy.priority(severity, likelihood).code());
    }

    private static <E extends Enum<E>> @Nullable E known(E[] codes, @Nullable String code) {
        return Arrays.stream(codes)
                .filter(one -> one.name().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static List<String> gaps(AllowedSpace space, List<GapWeight> weights) {
        return space.safeguards().stream()
                .filter(gap -> weights.contains(gap.weight()))
                .map(SafeguardGap::safeguard)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String answer(@Nullable Boolean fact) {
        return fact == null ? UNKNOWN : fact ? "YES" : "NO";
    }
}
