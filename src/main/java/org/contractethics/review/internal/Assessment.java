package org.contractethics.review.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.shared.ReviewId;

/**
 * The impact assessment of one pass.
 *
 * @param consultation with whom it was talked over; empty where nobody was consulted
 * @param proxyReason why not with the affected themselves, and who speaks for them
 * @param impacts of the rights touched, most severe first
 * @param untouched codes of all other rights of the catalogue
 */
public record Assessment(
        UUID id,
        ReviewId review,
        int pass,
        String assessedBy,
        Instant assessedAt,
        String consultation,
        String proxyReason,
        List<Rated> impacts,
        List<String> untouched) {

    public Assessment {
        impacts = List.copyOf(impacts);
        untouched = List.copyOf(untouched);
    }

    /** An impact with its severity, which the table gave and nobody typed. */
    public record Rated(Impact impact, Severity severity) {}
}
