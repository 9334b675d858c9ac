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
 * @param untouched all other rights of the catalogue
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
        List<Untouched> untouched) {

    public Assessment {
        impacts = List.copyOf(impacts);
        untouched = List.copyOf(untouched);
    }

    /**
     * A right that is not touched.
     *
     * @param broughtToMindBy codes of the capabilities of the contract that bring it to mind
     * @param because why it is not touched; empty where nothing brings it to mind and nothing was said, or before reasons were asked for
     */
    public record Untouched(String right, List<String> broughtToMindBy, String because) {

        public Untouched {
            broughtToMindBy = List.copyOf(broughtToMindBy);
        }

        public boolean explained() {
            return !because.isEmpty();
        }
    }

    /** Those of the rights not touched of which it is said why. */
    public List<Untouched> explained() {
        return untouched.stream().filter(Untouched::explained).toList();
    }

    /** An impact with its severity, which the table gave and nobody typed. */
    public record Rated(Impact impact, Severity severity) {}
}
