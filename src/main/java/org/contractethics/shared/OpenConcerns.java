package org.contractethics.shared;

/** How many concerns about a contract wait for an answer: the count and nothing else. Implemented by the concerns. */
public interface OpenConcerns {

    /** As far as the viewer may know of them (H13). */
    int openOn(ContractId contract, Actor viewer);
}
