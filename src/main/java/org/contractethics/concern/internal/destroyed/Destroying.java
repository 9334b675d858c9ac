package org.contractethics.concern.internal.destroyed;

import java.util.List;
import org.contractethics.shared.ConcernId;

/** One of the ways in which something of a concern is destroyed for ever. */
public interface Destroying {

    Destruction.Kind kind();

    /** What the database says was destroyed this way. */
    List<Destroyed> done();

    /** Every concern of which something could still be destroyed this way. */
    List<ConcernId> left();

    /** Destroys what can be read, once more and whatever state the concern is in; the list is certain of it. In the transaction of the caller. */
    void makeUnreadable(ConcernId concern, Destruction before);

    /** Does the rest of what was done then. In the transaction of the caller; tried again where it fails. */
    void finish(ConcernId concern, Destruction before);

    record Destroyed(ConcernId concern, Destruction what) {}
}
