package org.contractethics.review.internal.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.contractethics.review.internal.followup.Incident.Reliability;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;

/**
 * A source of a review. It never changes; a correction is another source that names it.
 *
 * @param number in the list of the review, from 1
 * @param corrects number of the source that this one replaces; null where it replaces none
 * @param correctedBy number of the source that replaces this one; null while it stands
 */
public record Source(
        UUID id,
        ReviewId review,
        int number,
        int pass,
        Description described,
        @Nullable Integer corrects,
        @Nullable Integer correctedBy,
        String addedBy,
        Instant addedAt) {

    /**
     * @param location where it can be read: a web address, or a document of the contract
     * @param independent of the customer and of the company
     */
    public record Description(
            String title,
            String publisher,
            @Nullable Kind kind,
            String location,
            @Nullable LocalDate publishedOn,
            @Nullable Reliability reliability,
            @Nullable Credibility credibility,
            boolean independent) {}

    /** Who speaks in it. */
    public enum Kind {
        UN_BODY("UN body"),
        COURT("Court"),
        STATE("State report"),
        OVERSIGHT("Oversight body: ombudsperson, inspector, auditor"),
        NGO("Non-governmental organisation"),
        PRESS("Press"),
        ACADEMIC("Academic work"),
        AFFECTED_PEOPLE("Affected people"),
        EXPERT("Expert"),
        CUSTOMER("Customer or agency"),
        COMPANY("Our own company or its resellers"),
        OTHER("Other");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** What customer and company say of themselves is never independent of them. */
        public boolean mayBeIndependent() {
            return this != CUSTOMER && this != COMPANY;
        }
    }

    /** How far what it says can be believed: the second part of the Admiralty grade (NATO AJP-2.1). */
    public enum Credibility {
        CONFIRMED(1, "confirmed by other sources"),
        PROBABLE(2, "probably true"),
        POSSIBLE(3, "possibly true"),
        DOUBTFUL(4, "doubtful"),
        IMPROBABLE(5, "improbable"),
        UNKNOWN(6, "cannot be judged");

        private final int grade;
        private final String meaning;

        Credibility(int grade, String meaning) {
            this.grade = grade;
            this.meaning = meaning;
        }

        public int grade() {
            return grade;
        }

        /** For example "2, probably true". */
        public String label() {
            return grade + ", " + meaning;
        }

        static Credibility of(int grade) {
            return values()[grade - 1];
        }
    }

    public boolean stands() {
        return correctedBy == null;
    }

    /** "Source 3". */
    public String name() {
        return "Source " + number;
    }

    /** The grade, for example "B2". */
    public String grade() {
        Reliability reliability = described.reliability();
        Credibility credibility = described.credibility();
        return (reliability == null ? "F" : reliability.name()) + (credibility == null ? 6 : credibility.grade());
    }

    /** For example "Report on detention, Inspector General, 5 Jan 2026, B2, independent". */
    public String words() {
        LocalDate day = described.publishedOn();
        return described.title()
                + (described.publisher().isEmpty() ? "" : ", " + described.publisher())
                + (day == null ? "" : ", " + Times.words(day))
                + ", " + grade()
                + (described.independent() ? ", independent" : ", not independent");
    }

    /** The web address, where the location is one. */
    public @Nullable String link() {
        String location = described.location();
        return location.startsWith("https://") || location.startsWith("http://") ? location : null;
    }
}
