package org.contractethics.record.internal;

import java.util.List;
import org.contractethics.record.verification.Found;

/** Something outside of the entries that has to tell the same as they do, or somebody changed it behind the application's back. */
public interface Beside {

    /** What differs, of each thing that is compared by itself. Both sides are read as of one moment. */
    List<Found> differences();
}
