package org.contractethics.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.policy.Policy.DecisionFacts;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.policy.Policy.Leverage;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Policy.TriageFacts;
import org.contractethics.policy.PolicyLists.StatedFacts;
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

    /** The contracts by which this person gains: whose account owner they are or were, or which they submitted or declared a conflict in. */
    Set<ContractId> gainedBy(String person);

    /**
     * What may be decided over several impacts together, as a review puts it together.
     *
     * @param blockingGaps null where the safeguards were not checked
     * @param impacts none where no right is touched
     * @param critical whether one was assessed as critical, whatever mitigation leaves of it
     */
    Space together(Policy version, @Nullable Boolean blockingGaps, List<DecisionFacts> impacts, boolean critical);

    /**
     * @param reference of the contract, as people know it
     * @param open whether the review still runs
     * @param policyNumber version it was triaged under; null for what was triaged before versions were kept
     * @param confirmed tier that the officer confirmed, never below that of the table
     * @param listed what the lists of a version are asked about
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
            Listed listed,
            Tier confirmed,
            @Nullable Map<String, SafeguardState> safeguards,
            boolean assessed,
            List<PastImpact> impacts) {

        public PastCase {
            impacts = List.copyOf(impacts);
        }

        /**
         * The inputs with the class that this version's list gives the agency, of several the one of which its tables think worse, and with
         * the red flags that the stated facts do not tell by its list.
         */
        public TriageFacts facts(Policy version) {
            TriageFacts told = facts.lacking(listed.gap(version, facts));
            return version.worst(listed.classes(version).stream().map(told::of)).orElse(told);
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

        /** Whether this version rates an impact as critical before mitigation. */
        public boolean critical(Policy version) {
            return impacts.stream().anyMatch(impact -> impact.assessed().severity(version) == Severity.CRITICAL);
        }
    }

    /**
     * What the lists of a version are asked about a case.
     *
     * @param agencies class in the register by the name of the agency: the one that awards, and the one that pays where it is another
     * @param flags null for what was triaged before they were kept; then the answer at triage stands
     * @param stated what can tell them
     */
    record Listed(Map<String, String> agencies, @Nullable WeighedFlags flags, StatedFacts stated) {

        public Listed {
            agencies = Map.copyOf(agencies);
        }

        /** None where the list knows neither agency: then the class at triage stands. */
        private Set<String> classes(Policy version) {
            boolean known = agencies.keySet().stream()
                    .anyMatch(name -> version.agencyType(name).isPresent());
            return known
                    ? agencies.entrySet().stream()
                            .map(agency -> version.agencyType(agency.getKey(), agency.getValue()))
                            .collect(Collectors.toSet())
                    : Set.of();
        }

        private @Nullable Boolean gap(Policy version, TriageFacts facts) {
            if (flags == null) {
                return facts.informationGap();
            }
            return version.untold(flags.checks(), stated).isEmpty() ? flags.gapBesides() : Boolean.TRUE;
        }
    }

    /**
     * The red flags that a triage weighed.
     *
     * @param checks their numbers
     * @param gapBesides whether anything else was not known; null where nobody answered
     */
    record WeighedFlags(List<String> checks, @Nullable Boolean gapBesides) {

        public WeighedFlags {
            checks = List.copyOf(checks);
        }
    }

    /**
     * An impact; each version rates its severity anew.
     *
     * @param left what mitigation states is left of it; null without mitigation
     * @param countersigned whether what is left counts where it is lower
     */
    record PastImpact(
            Numbers assessed,
            @Nullable Numbers left,
            boolean countersigned,
            @Nullable Involvement involvement,
            @Nullable Leverage leverage) {

        /** The inputs of the table of outcomes with the severity that this version gives, weighed as a review weighs them. */
        public DecisionFacts under(Policy version, @Nullable Boolean blockingGaps) {
            Numbers stated = left == null ? assessed : left;
            Weighed weighed = new Weighed(
                    assessed.severity(version), stated.severity(version), assessed.likelihood(), stated.likelihood());
            return new DecisionFacts(
                    blockingGaps,
                    weighed.severity(countersigned),
                    weighed.likelihood(countersigned),
                    involvement,
                    leverage);
        }
    }

    /** From 1 to 4; null where something is not known. */
    record Numbers(
            @Nullable Integer scale,
            @Nullable Integer scope,
            @Nullable Integer irremediability,
            @Nullable Likelihood likelihood) {

        Severity severity(Policy version) {
            return version.severity(scale, scope, irremediability);
        }
    }

    /** What may be decided, by whom and by which majority. */
    record Space(Set<Outcome> allowed, String decider, String majority) {}
}
