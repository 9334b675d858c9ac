package org.contractethics.record.internal.watch;

import org.jspecify.annotations.Nullable;

/** Hears how it stands with what is watched, and tells people what is news. */
public interface Alarms {

    /**
     * How it stands now.
     *
     * @param entry number of the entry that is to blame; null for none
     * @param problem what is wrong, as a sentence; null where nothing is
     */
    void standing(Alarm alarm, @Nullable Long entry, @Nullable String problem);
}
