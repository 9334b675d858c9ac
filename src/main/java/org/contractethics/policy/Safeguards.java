package org.contractethics.policy;

import java.util.List;
import java.util.Map;
import org.contractethics.policy.Policy.Tier;
import org.jspecify.annotations.Nullable;

/** What a contract holds to protect people, and what it means where that is missing (table 2.8). */
public interface Safeguards {

    /** The safeguards that a contract can hold, blocking ones first. */
    List<Safeguard> safeguards();

    /**
     * What the state of the safeguards means for the decision (table 2.8), one row for each of the catalogue.
     *
     * @param tier null where not triaged, which is never low
     * @param states by code; a safeguard without one was not checked
     */
    SafeguardGaps safeguardGaps(@Nullable Tier tier, Map<String, SafeguardState> states);

    /**
     * @param code for example {@code END_USE_RESTRICTION}
     * @param clauses the clause checks that propose it, for example "G04, and no K05"
     */
    record Safeguard(String code, String label, String clauses, String source) {}

    /** What a person found in the contract. */
    enum SafeguardState {
        PRESENT("In the contract"),
        ABSENT("Missing"),
        /** Whatever was said: what no document holds is missing (table 2.8). */
        PROMISED("Promised, not in the documents"),
        REFUSED("Refused by the customer");

        private final String label;

        SafeguardState(String label) {
            this.label = label;
        }

        /** The words shown on screen. */
        public String label() {
            return label;
        }

        /** As tables and figures count it: a promise is none of the clauses. */
        public SafeguardState counted() {
            return this == PROMISED ? ABSENT : this;
        }
    }

    /** Weight of a safeguard that is not known to be in the contract. */
    enum GapWeight {
        NONE,
        REPORTED,
        BLOCKING,
        UNKNOWN
    }

    /**
     * @param state null where it was not checked
     * @param rule id of the row of the table
     * @param reason the row in words
     */
    record SafeguardGap(
            String safeguard, @Nullable SafeguardState state, GapWeight weight, String rule, String reason) {}

    /** @param rows one for each safeguard of the catalogue, in its order */
    record SafeguardGaps(List<SafeguardGap> rows) {

        public SafeguardGaps {
            rows = List.copyOf(rows);
        }

        /** Null where none is known to block, but one that could was not checked. */
        public @Nullable Boolean blocking() {
            if (!of(GapWeight.BLOCKING).isEmpty()) {
                return true;
            }
            return of(GapWeight.UNKNOWN).isEmpty() ? false : null;
        }

        public List<SafeguardGap> of(GapWeight weight) {
            return rows.stream().filter(row -> row.weight() == weight).toList();
        }
    }
}
