package org.contractethics.review.internal.retriage;

import java.util.LinkedHashMap;
import java.util.Map;
import org.contractethics.policy.Policy.TriageFacts;
import org.jspecify.annotations.Nullable;

/**
 * The facts that are otherwise than the triage took them; null and false leave a fact as it was taken.
 *
 * @param agencyType name of the class that the agency belongs to, for example {@code BORDER}
 * @param countryBand {@code LOW}, {@code MEDIUM}, {@code HIGH} or {@code CRITICAL}
 * @param agencyRecord {@code NONE}, {@code ALLEGATIONS}, {@code DOCUMENTED} or {@code SYSTEMATIC}
 */
public record FoundFacts(
        @Nullable String agencyType,
        @Nullable String countryBand,
        @Nullable String agencyRecord,
        boolean sanctionsHit,
        boolean activeConflict,
        boolean internationalFinding,
        boolean vulnerableGroups,
        boolean informationGap) {

    private static final String YES = "YES";

    /** Name of the input of the tables to what was found, only of those that are otherwise. */
    public Map<String, String> codes() {
        Map<String, String> codes = new LinkedHashMap<>();
        put(codes, "agencyType", agencyType);
        put(codes, "countryBand", countryBand);
        put(codes, "agencyRecord", agencyRecord);
        put(codes, "sanctionsHit", sanctionsHit ? YES : null);
        put(codes, "activeConflict", activeConflict ? YES : null);
        put(codes, "internationalFinding", internationalFinding ? YES : null);
        put(codes, "vulnerableGroups", vulnerableGroups ? YES : null);
        put(codes, "informationGap", informationGap ? YES : null);
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
                codes.containsKey("sanctionsHit"),
                codes.containsKey("activeConflict"),
                codes.containsKey("internationalFinding"),
                codes.containsKey("vulnerableGroups"),
                codes.containsKey("informationGap"));
    }

    /** What the triage took, with what was found in its place. */
    TriageFacts in(TriageFacts taken) {
        return new TriageFacts(
                taken.capabilities(),
                agencyType == null ? taken.agencyType() : agencyType,
                countryBand == null ? taken.countryBand() : countryBand,
                agencyRecord == null ? taken.agencyRecord() : agencyRecord,
                sanctionsHit ? Boolean.TRUE : taken.sanctionsHit(),
                activeConflict ? Boolean.TRUE : taken.activeConflict(),
                internationalFinding ? Boolean.TRUE : taken.internationalFinding(),
                vulnerableGroups ? Boolean.TRUE : taken.vulnerableGroups(),
                informationGap ? Boolean.TRUE : taken.informationGap(),
                taken.collectiveConcern(),
                taken.secret());
    }
}
