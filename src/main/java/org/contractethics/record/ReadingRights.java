package org.contractethics.record;

import java.util.function.Predicate;
import org.contractethics.shared.Actor;

/** Who may read what of the record. */
public interface ReadingRights {

    /** Whether they may search and export the whole record. */
    boolean mayReadAll(Actor viewer);

    /** Which entries they may open: those of the kinds that are for them, but none of a concern that is kept from them. */
    Predicate<RecordEntry> readableBy(Actor viewer);

    /** Whether entries of this kind are for them at all. */
    boolean mayRead(String kind, Actor viewer);
}
