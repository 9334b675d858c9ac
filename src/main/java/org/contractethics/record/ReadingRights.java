package org.contractethics.record;

import org.contractethics.shared.Actor;

/** Who may read what of the record. */
public interface ReadingRights {

    /** Whether they may search and export the whole record. */
    boolean mayReadAll(Actor viewer);

    /** Whether they may see where the record stands: its size, root hash and last verification. */
    boolean maySeeIntegrity(Actor viewer);

    /** Whether they may open an entry of this kind. */
    boolean mayRead(String kind, Actor viewer);
}
