package org.contractethics.search.internal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Clauses as the index holds them. */
final class ClauseFixtures {

    private static final String CONTRACT = UUID.randomUUID().toString();
    private static final String VERSION = UUID.randomUUID().toString();

    private ClauseFixtures() {}

    static ClauseDocument clause(int ordinal, String text, int page) {
        return clause(CONTRACT, VERSION, ordinal, text, page);
    }

    static ClauseDocument clause(String contract, String version, int ordinal, String text, int page) {
        return passage(contract, version, ordinal, text, page, null);
    }

    static ClauseDocument evidence(IndexedIncident incident, int ordinal, String text) {
        return passage(CONTRACT, incident.id(), ordinal, text, 1, incident);
    }

    private static ClauseDocument passage(
            String contract, String version, int ordinal, String text, int page, @Nullable IndexedIncident incident) {
        int kind = Math.floorMod(contract.hashCode(), 40);
        return new ClauseDocument(
                contract,
                "C-000001",
                "Case management",
                "Border agency " + kind,
                List.of("US"),
                List.of("C" + (10 + kind % 8)),
                "T" + (1 + kind % 4),
                kind % 3 == 0 ? null : "CONDITIONAL",
                "REGISTERED",
                2015 + kind % 10,
                false,
                List.of("HR_REVIEWER", "LEGAL_REVIEWER", "AUDITOR"),
                List.of("sofia.marin"),
                "f",
                version,
                "Agreement",
                "PDF",
                version,
                1,
                true,
                ordinal,
                "body",
                String.valueOf(ordinal),
                "",
                text,
                page,
                List.of(),
                incident);
    }
}
