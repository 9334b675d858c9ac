package org.contractethics.review.internal.panel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * The time in which somebody may be drawn in a role.
 *
 * @param from first day
 * @param until last day
 * @param chosenBy who elected, drew or appointed them
 * @param keptBy who entered the term
 * @param endedOn the first day on which it runs no more, where it was ended early
 */
public record PanelTerm(
        UUID id,
        String person,
        Role role,
        LocalDate from,
        LocalDate until,
        Basis basis,
        String chosenBy,
        String keptBy,
        Instant keptAt,
        @Nullable LocalDate endedOn,
        @Nullable String endReason) {

    /** How a panelist came to the term. */
    public enum Basis {
        ELECTED("Elected"),
        DRAWN("Drawn by lot"),
        APPOINTED("Appointed");

        private final String label;

        Basis(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean runsOn(LocalDate day) {
        return covers(day) && (endedOn == null || day.isBefore(endedOn));
    }

    boolean keptBefore(Instant opened) {
        return !keptAt.isAfter(opened);
    }

    /**
     * Whether it counts for a review that was opened then: as it stood at that moment, so that whoever keeps terms makes no panel by
     * them. A term that ran then counts to the end of the review; an end counts for reviews of later days.
     */
    boolean countsFor(Instant opened, LocalDate today) {
        LocalDate openedOn = LocalDate.ofInstant(opened, ZoneOffset.UTC);
        boolean stood = endedOn == null || !endedOn.isBefore(openedOn);
        return keptBefore(opened) && stood && (covers(openedOn) || covers(today));
    }

    private boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    /** Whether it can still be ended: it runs, or is going to. */
    public boolean endsAfter(LocalDate day) {
        return endedOn == null && !day.isAfter(until);
    }

    boolean overlaps(LocalDate first, LocalDate last) {
        LocalDate lastDay = endedOn == null ? until : endedOn.minusDays(1);
        return !last.isBefore(from) && !first.isAfter(lastDay);
    }
}
