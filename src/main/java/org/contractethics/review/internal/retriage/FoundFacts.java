package org.contractethics.review.internal.retriage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.contractethics.policy.Policy.TriageFacts;
import org.jspecify.annotations.Nullable;

/**
 * The facts that are otherwise than the triage took them; null leaves a fact as it was taken.
 *
 * @param agencyType name of the class that the agency belongs to, for example {@code BORDER}
 * @param countryBand {@code LOW}, {@code MEDIUM}, {@code HIGH} or {@code CRITICAL}
 * @param agencyRecord {@code NONE}, {@code ALLEGATIONS}, {@code DOCUMENTED} or {@code SYSTEMATIC}
 * @param yes the questions to answer with yes after all
 */
public record FoundFacts(
        @Nullable String agencyType,
        @Nullable String countryBand,
        @Nullable String agencyRecord,
        Set<TriageQuestion> yes) {

    public FoundFacts {
        yes = Set.copyOf(yes);
    }

    /** Name of the input of the tables to what was found, only of those that are otherwise. */
    public Map<String, String> codes() {
        Map<String, String> codes = new LinkedHashMap<>();
        put(codes, "agencyType", agencyType);
        put(codes, "countryBand", countryBand);
        put(codes, "agencyRecord", agencyRecord);
        for (TriageQuestion question : TriageQuestion.values()) {
            put(codes, question.input(), yes.contains(question) ? "YES" : null);
        }
        return codes;
    }

    private static void put(Map<String, String> codes, String input, @Nullable String found) {
        if (found != null) {
            codes.put(input, found);
        }
    }

    static FoundFacts of(Map<String, String> codes) {
        return new FoundFacts(
                codes.get("agencyType"),
                codes.get("countryBand"),
                codes.get("agencyRecord"),
                TriageQuestion.of(codes.keySet()));
    }

    /** What the triage took, with what was found in its place. */
    TriageFacts in(TriageFacts taken) {
        return new TriageFacts(
                taken.capabilities(),
                agencyType == null ? taken.agencyType() : agencyType,
                countryBand == null ? taken.countryBand() : countryBand,
                agencyRecord == null ? taken.agencyRecord() : agencyRecord,
                TriageQuestion.SANCTIONS.in(taken, yes),
                TriageQuestion.CONFLICT.in(taken, yes),
                TriageQuestion.FINDING.in(taken, yes),
                TriageQuestion.VULNERABLE.in(taken, yes),
                TriageQuestion.GAP.in(taken, yes),
                taken.collectiveConcern(),
                taken.secret());
    }
}
