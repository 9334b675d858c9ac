package org.contractethics.report.internal;

import java.util.List;
import java.util.Map;
import org.contractethics.record.RecordEntry;

/**
 * An assessment of impacts, right by right.
 *
 * @param critical codes of the rights whose impact is rated critical
 */
record Assessed(Mark mark, List<Rated> rights, List<String> critical) {

    /** From the mildest to the worst; what is not rated hides how bad it is and weighs most. */
    static final List<String> SEVERITIES = List.of("LOW", "MODERATE", "SERIOUS", "SEVERE", "CRITICAL", "INCOMPLETE");

    /** @param severity as the record has it */
    record Rated(String right, String severity) {

        int weight() {
            return SEVERITIES.indexOf(severity);
        }
    }

    static Assessed of(RecordEntry entry) {
        List<Rated> rights = entry.list("rights").stream()
                .filter(Map.class::isInstance)
                .map(fact -> rated((Map<?, ?>) fact))
                .toList();
        List<String> critical = rights.stream()
                .filter(rated -> rated.severity().equals("CRITICAL"))
                .map(Rated::right)
                .toList();
        return new Assessed(Mark.of(entry), rights, critical);
    }

    private static Rated rated(Map<?, ?> fact) {
        return new Rated(String.valueOf(fact.get("code")), String.valueOf(fact.get("severity")));
    }
}
