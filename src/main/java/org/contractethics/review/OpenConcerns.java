package org.contractethics.review;

import org.contractethics.shared.ContractId;

/** What the review needs to know of concerns: how many wait for an answer. Implemented by {@code workflow}, which sees both. */
public interface OpenConcerns {

    int on(ContractId contract);
}
