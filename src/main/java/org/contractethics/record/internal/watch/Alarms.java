package org.contractethics.record.internal.watch;

import java.util.List;
import org.contractethics.record.verification.Found;

/** Hears how it stands with what is watched, and tells people what is news. */
public interface Alarms {

    /**
     * How it stands now.
     *
     * @param found what is wrong, one for each place; none where nothing is
     */
    void standing(Alarm alarm, List<Found> found);
}
