package org.contractethics.review;

import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;

/** What the review needs to know of concerns: how many wait for an answer. Implemented by {@code workflow}, which sees both. */
public interface OpenConcerns {

    /** As far as the viewer may know of them. */
    int on(ContractId contract, Actor viewer);
}
