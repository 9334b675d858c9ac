package org.contractethics.shared;

import java.util.Set;

/**
 * Who may know of which concern. The concerns answer; modules that name a concern only by its opaque id ask here, so that none of
 * them has to know what a concern is or who is kept away from it.
 */
public interface ConcernKnowledge {

    /** Concerns this person must not learn of: they own the contract complained about, or the filer excluded them (H13). */
    Set<ConcernId> withheldFrom(Actor viewer);

    /** Whom this concern is kept from by name: the account owner of its contract, and those whom the filer excluded (H13). */
    Set<String> keptFrom(ConcernId concern);

    /** Whether the concern is about this contract and not answered yet; one about no known contract is about none. */
    boolean isOpenAbout(ConcernId concern, ContractId contract);

    /** Whether this person may open the page of the concern because they handle it. */
    boolean mayOpen(ConcernId concern, Actor viewer);
}
