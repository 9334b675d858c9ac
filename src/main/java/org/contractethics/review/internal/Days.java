package org.contractethics.review.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days that people state. A year typed wrong is no day: an exit planned for 9999 never comes, and harm of the year 26 was not seen. */
public final class Days {

    public static final String AHEAD = " It lies at most ten years ahead.";
    public static final String BEHIND = " It lies at most 50 years back.";

    private Days() {}

    /** Whether it is today or to come, and near enough to be meant. */
    public static boolean ahead(@Nullable LocalDate day, LocalDate today) {
        return day != null && !day.isBefore(today) && !day.isAfter(today.plusYears(10));
    }

    /** Whether it is today or over, and recent enough to be meant. */
    public static boolean behind(@Nullable LocalDate day, LocalDate today) {
        return day != null && !day.isAfter(today) && !day.isBefore(today.minusYears(50));
    }
}
