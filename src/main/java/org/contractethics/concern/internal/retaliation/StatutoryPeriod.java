package org.contractethics.concern.internal.retaliation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Within how many days of an adverse act somebody has to turn to an authority. An internal answer may take longer than the shortest of
 * them, so the dates are shown as soon as the act is told.
 */
public enum StatutoryPeriod {
    DAYS_30(30, "Occupational Safety and Health Act, section 11(c), and others that give 30 days (USA)"),
    DAYS_90(90, "AIR21 and others that give 90 days (USA)"),
    DAYS_180(180, "Sarbanes-Oxley Act and others that give 180 days (USA)");

    private final int days;
    private final String label;

    StatutoryPeriod(int days, String label) {
        this.days = days;
        this.label = label;
    }

    /** @param lastDay on which a complaint under it is in time */
    public record Dated(StatutoryPeriod period, LocalDate lastDay) {

        /** The words shown on screen. */
        public String label() {
            return period.label;
        }
    }

    /** The nearest first. */
    static List<Dated> after(LocalDate act) {
        return Arrays.stream(values())
                .map(period -> new Dated(period, act.plusDays(period.days)))
                .toList();
    }
}
