package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Something that became known of a contract after it was signed. */
public record Incident(
        UUID id,
        Kind kind,
        LocalDate happenedOn,
        String source,
        Reliability reliability,
        String account,
        String recordedBy,
        Instant recordedAt) {

    /** What it is. */
    public enum Kind {
        INCIDENT("Incident"),
        PRESS("Press report"),
        FINDING("Court or UN finding"),
        CUSTOMER_REPORT("Report of the customer"),
        OTHER("Other");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** The report of the customer is no signal of harm by itself. */
        boolean signalsHarm() {
            return this != CUSTOMER_REPORT;
        }
    }

    /** How far the source can be relied on. */
    public enum Reliability {
        A("completely reliable"),
        B("usually reliable"),
        C("fairly reliable"),
        D("not usually reliable"),
        E("unreliable"),
        F("cannot be judged");

        private final String meaning;

        Reliability(String meaning) {
            this.meaning = meaning;
        }

        /** For example "A, completely reliable". */
        public String label() {
            return name() + ", " + meaning;
        }
    }
}
