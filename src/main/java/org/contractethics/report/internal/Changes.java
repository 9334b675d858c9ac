package org.contractethics.report.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one property changed, in the order of the record. */
final class Changes {

    private final List<Change> changes = new ArrayList<>(2);

    void add(String value, Mark mark) {
        changes.add(new Change(value, mark));
    }

    /** What it was just before the given moment; null where it was not yet known. */
    @Nullable
    Change at(Instant moment) {
        for (int i = changes.size() - 1; i >= 0; i--) {
            if (changes.get(i).mark().at().isBefore(moment)) {
                return changes.get(i);
            }
        }
        return null;
    }

    /** What it was at first, where that was before the moment. */
    @Nullable
    String first(Instant moment) {
        return changes.isEmpty() || !changes.get(0).mark().at().isBefore(moment)
                ? null
                : changes.get(0).value();
    }

    @Nullable
    String valueAt(Instant moment) {
        Change change = at(moment);
        return change == null ? null : change.value();
    }

    /** The value since the entry that the mark names. */
    record Change(String value, Mark mark) {}
}
