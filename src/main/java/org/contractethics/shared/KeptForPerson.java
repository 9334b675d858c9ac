package org.contractethics.shared;

/**
 * What a module keeps for the use of one person alone and nobody else reads: notices, saved searches, watched contracts. It goes when
 * the person is erased (GDPR Art. 17). Each module answers for its own; what a person did is none of it.
 */
public interface KeptForPerson {

    /** Removes all of it, in the transaction of the caller. */
    void forget(String username);
}
