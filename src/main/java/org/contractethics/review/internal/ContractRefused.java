package org.contractethics.review.internal;

import org.contractethics.shared.ContractId;

/** A review rejected the contract or stopped it on legal grounds, in the first decision or on appeal. */
public record ContractRefused(ContractId contract) {}
