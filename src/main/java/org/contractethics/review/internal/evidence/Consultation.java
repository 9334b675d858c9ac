package org.contractethics.review.internal.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the consultation log; never changed, a correction is a new entry.
 *
 * @param number in the log of the review, from 1
 */
public record Consultation(
        UUID id, ReviewId review, int number, int pass, Account account, String loggedBy, Instant loggedAt) {

    /**
     * @param consulted a group, or who speaks for one; never the name of a person at risk
     * @param credibility why a proxy is credible; empty where the affected themselves were consulted
     * @param changed what was changed by it, or that nothing was and why
     */
    public record Account(
            @Nullable Kind kind,
            String consulted,
            String credibility,
            @Nullable LocalDate heldOn,
            @Nullable Manner manner,
            String said,
            String changed) {}

    /** Who was consulted. */
    public enum Kind {
        AFFECTED("The affected themselves, or an organisation of theirs"),
        PROXY("A credible proxy: independent experts, defenders of human rights, others from civil society");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** How. */
    public enum Manner {
        MEETING("Meeting"),
        INTERVIEW("Interviews"),
        CALL("Call"),
        WRITTEN("In writing"),
        SURVEY("Survey"),
        OTHER("Another way");

        private final String label;

        Manner(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
