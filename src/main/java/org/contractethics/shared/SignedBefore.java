package org.contractethics.shared;

/** Which contracts were signed at any time, whatever became of their state since. Implemented by the reviews. */
public interface SignedBefore {

    /** Whether the contract was signed at any time; a review that began since does not end what was signed. */
    boolean signedOnce(ContractId contract);
}
