package org.contractethics.report.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How one property changed, in the order of the record. The last change lies close by, since most questions are about it. */
final class Changes {

    private static final long NANOS = 1_000_000_000;
    private static final long FARTHEST = Long.MAX_VALUE / NANOS - 1;

    private final List<Change> earlier = new ArrayList<>(0);
    private long lastTime;
    private @Nullable Change last;

    void add(String value, Mark mark) {
        if (last != null) {
            earlier.add(last);
        }
        last = new Change(value, mark);
        lastTime = nanos(mark.at());
    }

    /** What it was just before the given moment; null where it was not yet known. */
    @Nullable
    Change at(Instant moment) {
        if (last == null || lastTime < nanos(moment)) {
            return last;
        }
        for (int i = earlier.size() - 1; i >= 0; i--) {
            if (earlier.get(i).mark().at().isBefore(moment)) {
                return earlier.get(i);
            }
        }
        return null;
    }

    /** The least it was at any time before the moment, as its words are ordered; null where it was not yet known. */
    @Nullable
    String least(Instant moment) {
        return Stream.concat(earlier.stream(), Stream.ofNullable(last))
                .filter(change -> change.mark().at().isBefore(moment))
                .map(Change::value)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Nullable
    String valueAt(Instant moment) {
        Change change = at(moment);
        return change == null ? null : change.value();
    }

    /** Nanoseconds of the epoch; moments that are too far away to be told so lie as far away as can be. */
    private static long nanos(Instant moment) {
        long seconds = moment.getEpochSecond();
        if (Math.abs(seconds) > FARTHEST) {
            return seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return seconds * NANOS + moment.getNano();
    }

    /** The value since the entry that the mark names. */
    record Change(String value, Mark mark) {}
}
