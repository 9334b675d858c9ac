package org.contractethics.record.internal;

import java.util.Optional;
import org.contractethics.record.verification.Finding;

/** Something outside of the entries that has to tell the same as they do, or somebody changed it behind the application's back. */
public interface Beside {

    /** The first difference; empty where there is none. Both sides are read as of one moment. */
    Optional<Finding> difference();
}
