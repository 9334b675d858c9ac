package org.contractethics.contract;

import java.util.List;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;

/** Who gains by a contract, or stepped back from it, as its reviews know it. Implemented by {@code review}. */
public interface ConflictsInReview {

    /**
     * Why this person decides nothing about the contract: they are paid by it (H1), stepped back from one of its reviews (H2), or only
     * observe. Whole sentences; empty means that no review says anything against them.
     */
    List<String> againstDeciding(ContractId contract, Actor person);
}
