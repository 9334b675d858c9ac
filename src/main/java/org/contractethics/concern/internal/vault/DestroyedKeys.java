package org.contractethics.concern.internal.vault;

import org.contractethics.shared.ConcernId;

/** Keys that were destroyed, known from outside of the database: one that is there again came back with an older copy. */
@FunctionalInterface
public interface DestroyedKeys {

    /** For what only seals, and where no list is kept. */
    DestroyedKeys NONE = (concern, part) -> false;

    /** Whether the key of this part was destroyed, whatever the database says. */
    boolean name(ConcernId concern, Part part);
}
