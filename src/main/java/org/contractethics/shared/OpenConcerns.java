package org.contractethics.shared;

import java.util.List;

/** The concerns about a contract that wait for an answer: ids and topics, never a text or a filer. Implemented by the concerns. */
public interface OpenConcerns {

    /** As far as the viewer may know of them (H13). */
    int openOn(ContractId contract, Actor viewer);

    /** How many these are, in a sentence that is true for this viewer and tells them of none that is kept from them. */
    String openInWords(ContractId contract, Actor viewer);

    /** The same ones, each with its topic in words; a decision has to answer each of them. */
    List<OpenConcern> openConcerns(ContractId contract, Actor viewer);

    /** Whether a collective letter about the contract waits for an answer: a fact of its triage, whoever asks (H16). */
    boolean letterOpenOn(ContractId contract);

    /** @param topic as shown on screen */
    record OpenConcern(ConcernId id, String topic) {}
}
