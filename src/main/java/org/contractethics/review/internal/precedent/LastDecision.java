package org.contractethics.review.internal.precedent;

import java.time.Instant;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;

/**
 * The newest decision about a contract, in numbers.
 *
 * @param lapsed whether it is an approval that holds no longer
 * @param dissents votes that did not carry and are kept with it
 * @param conditions of this decision, whatever became of them
 * @param open conditions of the contract that are followed up and neither met nor waived, also of earlier decisions
 */
public record LastDecision(
        ContractId contract,
        ReviewId review,
        Outcome outcome,
        String tier,
        Instant decidedAt,
        boolean lapsed,
        int dissents,
        int conditions,
        int open) {}
