package org.contractethics.access;

import org.contractethics.shared.Actor;

/** The person behind the current request. Controllers may also take an {@link Actor} parameter. */
public interface CurrentActor {

    /** The signed-in person; {@link Actor#SYSTEM} outside a request. */
    Actor get();
}
