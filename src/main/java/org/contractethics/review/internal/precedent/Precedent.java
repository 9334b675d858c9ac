package org.contractethics.review.internal.precedent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;

/**
 * A decision of the past on a similar contract: of each pass of a review the one that stands.
 *
 * @param standing what it was changed from on appeal, and whether it lapsed or was sent back since, in words; empty where neither
 * @param similar why it is similar, in words; never empty
 * @param weight how similar it is; the list is in this order
 * @param contract in words, as far as the viewer may see them
 */
public record Precedent(
        UUID decision,
        ReviewId review,
        ContractId contractId,
        String contract,
        String outcome,
        List<String> standing,
        String tier,
        String reasons,
        List<String> rights,
        Instant decidedAt,
        List<String> similar,
        int weight) {}
