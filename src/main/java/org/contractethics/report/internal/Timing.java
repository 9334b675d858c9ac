package org.contractethics.report.internal;

import java.util.List;
import java.util.Objects;
import org.contractethics.report.internal.Tally.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long things took. All values are null where nothing was measured.
 *
 * @param targetWorkingDays median of how long they might have taken
 */
public record Timing(
        int count,
        @Nullable Long medianHours,
        @Nullable Long p90Hours,
        @Nullable Long medianWorkingDays,
        @Nullable Long p90WorkingDays,
        @Nullable Long targetWorkingDays) {

    static Timing of(List<Duration> durations) {
        List<Long> hours = durations.stream().map(Duration::hours).sorted().toList();
        List<Long> days = durations.stream()
                .map(duration -> (long) duration.workingDays())
                .sorted()
                .toList();
        List<Long> targets = durations.stream()
                .map(Duration::targetWorkingDays)
                .filter(Objects::nonNull)
                .map(Integer::longValue)
                .sorted()
                .toList();
        return new Timing(
                durations.size(), rank(hours, 50), rank(hours, 90), rank(days, 50), rank(days, 90), rank(targets, 50));
    }

    /** Nearest rank: the smallest value that at least so many per cent do not exceed. */
    static @Nullable Long rank(List<Long> sorted, int percent) {
        if (sorted.isEmpty()) {
            return null;
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1);
    }
}
