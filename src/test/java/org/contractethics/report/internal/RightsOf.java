package org.contractethics.report.internal;

import java.util.function.Predicate;
import org.contractethics.record.ReadingRights;
import org.contractethics.record.RecordEntry;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;

/**
 * Rights as the record gives them.
 *
 * @param all the role that reads every kind of entry
 * @param others the kinds that everybody else reads
 */
record RightsOf(Role all, Predicate<String> others) implements ReadingRights {

    @Override
    public boolean mayReadAll(Actor viewer) {
        return viewer.has(all);
    }

    @Override
    public Predicate<RecordEntry> readableBy(Actor viewer) {
        return entry -> mayRead(entry.kind(), viewer);
    }

    @Override
    public boolean mayRead(String kind, Actor viewer) {
        return mayReadAll(viewer) || others.test(kind);
    }
}
