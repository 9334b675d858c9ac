package org.contractethics.shared;

/** How many concerns about a contract wait for an answer: the count and nothing else. Implemented by the concerns. */
public interface OpenConcerns {

    int openOn(ContractId contract);
}
