package org.contractethics.shared;

import java.util.List;
import java.util.Set;

/**
 * The decisions as a module keeps them in tables of its own, to be held against the record: whoever writes there by SQL leaves no entry.
 */
public interface KeptDecisions {

    /** Every decision there is. */
    List<Kept> decisions();

    /** Those of the given reviews that exist: an entry about any other was not written by this module. */
    Set<ReviewId> existing(Set<ReviewId> reviews);

    /**
     * One decision.
     *
     * @param outcome as the entry {@code decision-recorded} tells it
     */
    record Kept(DecisionId id, ContractId contract, String outcome) {}
}
