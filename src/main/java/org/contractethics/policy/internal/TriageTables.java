package org.contractethics.policy.internal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Policy.Triage;
import org.contractethics.policy.Policy.TriageFacts;
import org.contractethics.policy.internal.DecisionTables.Hit;
import org.jspecify.annotations.Nullable;

/** From the facts to the tier: tables 2.1, 2.3, 2.4 and 2.5 one after the other. */
final class TriageTables {

    private final DecisionTables tables;

    TriageTables(DecisionTables tables) {
        this.tables = tables;
    }

    Triage triage(TriageFacts facts) {
        List<Hit> capabilities = capabilityRisks(facts.capabilities());
        Hit agency = tables.evaluate("agency-risk", inputs("agencyType", facts.agencyType()));
        Hit context = tables.evaluate("context-risk", contextInputs(facts));
        int capabilityRisk =
                capabilities.stream().mapToInt(hit -> hit.number("score")).max().orElseThrow();
        Hit tier = tables.evaluate(
                "triage-tier", tierInputs(facts, capabilityRisk, agency.number("score"), context.number("score")));
        Map<String, List<String>> matched = new LinkedHashMap<>();
        matched.put("capability-risk", capabilities.stream().map(Hit::rule).toList());
        matched.put("agency-risk", List.of(agency.rule()));
        matched.put("context-risk", List.of(context.rule()));
        matched.put("triage-tier", List.of(tier.rule()));
        return new Triage(
                Tier.valueOf(tier.text("tier")),
                capabilityRisk,
                agency.number("score"),
                context.number("score"),
                context.reason(),
                tier.number("decisionWorkingDays"),
                tier.number("quorum"),
                tier.flag("impactAssessment"),
                tier.flag("consultation"),
                tier.flag("board"),
                tier.number("reviewEveryMonths"),
                tier.reason(),
                matched);
    }

    private List<Hit> capabilityRisks(Set<String> capabilities) {
        Stream<@Nullable String> codes = capabilities.isEmpty() ? Stream.of((String) null) : capabilities.stream();
        return codes.map(code -> tables.evaluate("capability-risk", inputs("capability", code)))
                .sorted(Comparator.comparing((Hit hit) -> -hit.number("score")).thenComparing(Hit::rule))
                .toList();
    }

    private static Map<String, @Nullable Object> contextInputs(TriageFacts facts) {
        return inputs(
                "sanctionsHit", facts.sanctionsHit(),
                "activeConflict", facts.activeConflict(),
                "internationalFinding", facts.internationalFinding(),
                "agencyRecord", facts.agencyRecord(),
                "countryBand", facts.countryBand());
    }

    private static Map<String, @Nullable Object> tierInputs(
            TriageFacts facts, int capabilityRisk, int agencyScore, int contextScore) {
        return inputs(
                "capabilityRisk", capabilityRisk,
                "agencyScore", agencyScore,
                "contextScore", contextScore,
                "vulnerableGroups", facts.vulnerableGroups(),
                "informationGap", informationGap(facts),
                "collectiveConcern", facts.collectiveConcern(),
                "secret", facts.secret());
    }

    /** Whatever is not known is an information gap, whether or not somebody ticked the box (H16). */
    private static boolean informationGap(TriageFacts facts) {
        return !Boolean.FALSE.equals(facts.informationGap())
                || facts.capabilities().isEmpty()
                || Stream.of(
                                facts.agencyType(),
                                facts.countryBand(),
                                facts.agencyRecord(),
                                facts.sanctionsHit(),
                                facts.activeConflict(),
                                facts.internationalFinding(),
                                facts.vulnerableGroups(),
                                facts.collectiveConcern())
                        .anyMatch(fact -> fact == null);
    }

    private static Map<String, @Nullable Object> inputs(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            inputs.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return inputs;
    }
}
