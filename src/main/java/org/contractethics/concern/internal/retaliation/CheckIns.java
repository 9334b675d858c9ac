package org.contractethics.concern.internal.retaliation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The days after the filing on which a filer is asked whether anything happened to them; the last is a year later, after most answers. */
public final class CheckIns {

    public static final List<Integer> AFTER_DAYS = List.of(14, 30, 90, 180, 365);

    private CheckIns() {}

    /** The latest question that is due and not answered; an earlier one is answered with it. */
    static Optional<Integer> due(LocalDate filedOn, Set<Integer> answered, LocalDate today) {
        return AFTER_DAYS.stream()
                .filter(days -> !filedOn.plusDays(days).isAfter(today))
                .reduce((first, second) -> second)
                .filter(days -> !answered.contains(days));
    }

    /** The next day on which the question is asked; empty after the last. */
    static Optional<LocalDate> next(LocalDate filedOn, LocalDate today) {
        return AFTER_DAYS.stream()
                .map(filedOn::plusDays)
                .filter(day -> day.isAfter(today))
                .findFirst();
    }
}
