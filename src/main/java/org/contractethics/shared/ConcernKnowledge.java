package org.contractethics.shared;

import java.util.Set;

/**
 * Who may know of which concern. The concerns answer; modules that name a concern only by its opaque id ask here, so that none of
 * them has to know what a concern is or who is kept away from it.
 */
public interface ConcernKnowledge {

    /** Concerns this person must not learn of: they own the contract complained about, or the filer excluded them (H13). */
    Set<ConcernId> withheldFrom(Actor viewer);

    /** Whether this person may open the page of the concern because they handle it. */
    boolean mayOpen(ConcernId concern, Actor viewer);
}
