package org.contractethics.shared;

/**
 * Whether somebody may have named clauses of a contract's documents by their places, so that these must not move. Every module above the
 * documents that keeps such places answers for its own.
 */
public interface CitedClauses {

    boolean mayBeCited(ContractId contract);
}
