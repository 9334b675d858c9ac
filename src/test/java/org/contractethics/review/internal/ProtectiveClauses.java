package org.contractethics.review.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.policy.Safeguards.Safeguard;
import org.contractethics.review.internal.StageForm.Mitigation;

/** An agreement with a clause for each safeguard of the catalogue, and the number of that clause, as a reviewer names it. */
final class ProtectiveClauses {

    /** Before it stands the purpose. */
    private static final int FIRST = 2;

    private ProtectiveClauses() {}

    /** The paragraphs of the agreement. */
    static String[] agreement(List<Safeguard> safeguards) {
        List<String> paragraphs = new ArrayList<>(List.of("1. Purpose", "The agency may use the services."));
        for (int i = 0; i < safeguards.size(); i++) {
            paragraphs.add(FIRST + i + ". Duty under " + safeguards.get(i).source());
            paragraphs.add("The parties keep to it for as long as the services are used.");
        }
        return paragraphs.toArray(String[]::new);
    }

    /** The same mitigation, with the clause of each safeguard. */
    static Mitigation named(Mitigation mitigation, List<Safeguard> safeguards) {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (int i = 0; i < safeguards.size(); i++) {
            numbers.put(safeguards.get(i).code(), String.valueOf(FIRST + i));
        }
        return new Mitigation(
                mitigation.measures(),
                mitigation.residuals(),
                mitigation.safeguards(),
                mitigation.missingSafeguards(),
                numbers,
                mitigation.citedFindings(),
                mitigation.safeguardClauses());
    }
}
