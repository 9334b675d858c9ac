package org.contractethics.policy.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** When the policy is to be looked at again: at least every 24 months (CSDDD 7). */
public final class PolicyReview {

    /** The law's, so no setting. */
    static final int MONTHS = 24;

    static final int REMINDED_AFTER_MONTHS = 22;

    private PolicyReview() {}

    /** The day by which a later version is to hold. */
    public static LocalDate due(RecordedVersion version) {
        return version.effectiveOn().plusMonths(MONTHS);
    }

    public static boolean overdue(RecordedVersion version, LocalDate today) {
        return !due(version).isAfter(today);
    }

    /** The month for which it is to be told today: 22 in time, then each from 24 on; 0 before that. */
    static int reminding(RecordedVersion version, LocalDate today) {
        LocalDate since = version.effectiveOn();
        int months = Math.max(0, (int) ChronoUnit.MONTHS.between(since, today));
        // the 31st of a month that has none is its last day
        int full = since.plusMonths(months + 1L).isAfter(today) ? months : months + 1;
        if (full < REMINDED_AFTER_MONTHS) {
            return 0;
        }
        return full < MONTHS ? REMINDED_AFTER_MONTHS : full;
    }
}
