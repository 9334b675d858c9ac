package org.contractethics.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.policy.Policy.DecisionFacts;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.policy.Policy.Leverage;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Policy.TriageFacts;
import org.contractethics.policy.Safeguards.SafeguardState;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * The cases that were judged so far, for the dry run of a proposed version. Implemented above this module, by whoever keeps
 * the reviews.
 */
public interface PastCases {

    /** Every review that was triaged, with the inputs of its last pass, open or closed; in a stable order. */
    List<PastCase> all();

    /**
     * What may be decided over several impacts together, as a review puts it together.
     *
     * @param blockingGaps null where the safeguards were not checked
     * @param impacts none where no right is touched
     */
    Space together(Policy version, @Nullable Boolean blockingGaps, List<DecisionFacts> impacts);

    /**
     * @param reference of the contract, as people know it
     * @param open whether the review still runs
     * @param policyNumber version it was triaged under; null for what was triaged before versions were kept
     * @param confirmed tier that the officer confirmed, never below that of the table
     * @param safeguards by code, as the last mitigation found them; null where the tier asks for none
     * @param assessed whether there is anything to look up in the table of outcomes
     */
    record PastCase(
            UUID review,
            ContractId contract,
            String reference,
            boolean open,
            @Nullable Integer policyNumber,
            TriageFacts facts,
            Tier confirmed,
            @Nullable Map<String, SafeguardState> safeguards,
            boolean assessed,
            List<PastImpact> impacts) {

        public PastCase {
            impacts = List.copyOf(impacts);
        }

        /**
         * Whether a blocking safeguard is missing under a version; null where that was not checked.
         *
         * @param tier that the version gives; a tier that the officer raised stays
         */
        public @Nullable Boolean blockingGaps(Policy version, Tier tier) {
            Tier higher = tier.compareTo(confirmed) > 0 ? tier : confirmed;
            return safeguards == null
                    ? Boolean.FALSE
                    : version.safeguardGaps(higher, safeguards).blocking();
        }
    }

    /** What is left of an impact after mitigation; each version rates its severity anew. */
    record PastImpact(
            @Nullable Integer scale,
            @Nullable Integer scope,
            @Nullable Integer irremediability,
            @Nullable Likelihood likelihood,
            @Nullable Involvement involvement,
            @Nullable Leverage leverage) {

        /** The inputs of the table of outcomes with the severity that this version gives. */
        public DecisionFacts under(Policy version, @Nullable Boolean blockingGaps) {
            Severity severity = version.severity(scale, scope, irremediability);
            return new DecisionFacts(blockingGaps, severity, likelihood, involvement, leverage);
        }
    }

    /** What may be decided, by whom and by which majority. */
    record Space(Set<Outcome> allowed, String decider, String majority) {}
}
