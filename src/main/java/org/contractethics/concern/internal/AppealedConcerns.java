package org.contractethics.concern.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.contractethics.shared.ConcernId;

/** Against the answers to which concerns somebody appealed; the board committee then reads and decides. */
public interface AppealedConcerns {

    /** Those of the given ones. */
    Set<ConcernId> among(Collection<ConcernId> concerns);

    /** Whether an appeal waits for its ruling. */
    boolean isOpen(ConcernId concern);

    /** Whether this person gave the answer. */
    boolean answeredBy(ConcernId concern, String username);

    /** The last day on which the ruling is in time; an id of none is a defect of the caller. */
    LocalDate decideBy(ConcernId concern);
}
