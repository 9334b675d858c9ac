package org.contractethics.concern.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.ReferencedContracts;
import org.contractethics.contract.RegisteredAgencies;
import org.contractethics.contract.RegisteredAgencies.Awarded;
import org.contractethics.contract.RunningAwards;
import org.contractethics.policy.ConcernRouting.ConcernFacts;
import org.contractethics.policy.ConcernRouting.ConcernRoute;
import org.contractethics.policy.ConcernRouting.ContractPhase;
import org.contractethics.policy.Policy;
import org.contractethics.shared.ConcernMatter;
import org.contractethics.shared.ConcernMatter.Kind;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.SignedBefore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the policy in force how urgent a concern is and until when it is acknowledged and answered (table 2.9). */
@Component
class RoutingConcerns {

    private final Policy policy;
    private final ContractRegister register;
    private final SignedBefore signatures;
    private final RegisteredAgencies agencies;
    private final ReferencedContracts contracts;
    private final RunningAwards awards;
    private final Clock clock;

    RoutingConcerns(
            Policy policy,
            ContractRegister register,
            SignedBefore signatures,
            RegisteredAgencies agencies,
            ReferencedContracts contracts,
            RunningAwards awards,
            Clock clock) {
        this.awards = awards;
        this.contracts = contracts;
        this.clock = clock;
        this.policy = policy;
        this.register = register;
        this.signatures = signatures;
        this.agencies = agencies;
    }

    /** @param acknowledgeBy, answerBy last days that are in time; never later than the law allows */
    record Routed(Routing routing, LocalDate acknowledgeBy, LocalDate answerBy) {}

    /** @param contract, agency, matter what it is about; one of them */
    Routed route(
            ConcernTopic topic,
            @Nullable ContractId contract,
            @Nullable String agency,
            @Nullable ConcernMatter matter,
            int signatories,
            LocalDate filedOn) {
        // one version for the whole question
        Policy version = policy.under(policy.current().number());
        ContractPhase phase = phase(contract, agency, matter);
        ConcernRoute route =
                version.concernRoute(new ConcernFacts(asked(topic, matter).name(), signatories, phase));
        return new Routed(
                new Routing(
                        route.urgency(),
                        route.action(),
                        route.meetingWorkingDays(),
                        route.rule(),
                        version.current().number()),
                earlier(filedOn.plusDays(route.acknowledgeDays()), Concern.acknowledgeBy(filedOn)),
                earlier(filedOn.plusDays(route.replyDays()), Concern.answerBy(filedOn)));
    }

    /** How far a contract is; null where none is named or known. */
    @Nullable
    ContractPhase phaseOf(@Nullable ContractId contract) {
        return contract == null
                ? null
                : register.find(contract)
                        .map(found -> phase(found.state(), signatures.signedOnce(contract), awardRuns(contract)))
                        .orElse(null);
    }

    /** The policy and the process are how the company reviews: the ombuds comes first (H13), unless people are about to be harmed. */
    static ConcernTopic asked(ConcernTopic topic, @Nullable ConcernMatter matter) {
        return matter == null || matter.kind() == Kind.CAPABILITY || topic == ConcernTopic.IMMINENT_HARM
                ? topic
                : ConcernTopic.REVIEW;
    }

    private @Nullable ContractPhase phase(
            @Nullable ContractId contract, @Nullable String agency, @Nullable ConcernMatter matter) {
        if (matter != null && matter.kind() == Kind.CAPABILITY) {
            return phaseOf(contracts.withCapability(matter.code()));
        }
        return agency == null ? phaseOf(contract) : phaseOf(agencies.contractsOf(agency));
    }

    private @Nullable ContractPhase phaseOf(List<Awarded> of) {
        return furthest(of.stream()
                .map(one -> phase(one.state(), mayBeSignedOnce(one) && signatures.signedOnce(one.id()), one.runs()))
                .collect(Collectors.toSet()));
    }

    /** Of several contracts: one that runs is enough, else one that is not signed yet; null where there is none. */
    static @Nullable ContractPhase furthest(Set<ContractPhase> phases) {
        return Stream.of(ContractPhase.RUNNING, ContractPhase.BEFORE_SIGNATURE, ContractPhase.ENDED)
                .filter(phases::contains)
                .findFirst()
                .orElse(null);
    }

    /** A contract that is signed needs no look at its past. */
    private static boolean mayBeSignedOnce(Awarded contract) {
        return !contract.state().signed();
    }

    /**
     * A contract that was signed runs until it has ended, also while it is in review again and whatever that review finds. So does one that
     * a published award says to run, where no signature lies ahead that could be held.
     */
    static ContractPhase phase(ContractState state, boolean signedOnce, boolean awardRuns) {
        if (state == ContractState.EXITED) {
            return ContractPhase.ENDED;
        }
        if (signedOnce || state.signed() || (awardRuns && state.noSignatureAhead())) {
            return ContractPhase.RUNNING;
        }
        return state.refused() ? ContractPhase.ENDED : ContractPhase.BEFORE_SIGNATURE;
    }

    private boolean awardRuns(ContractId contract) {
        return awards.runningSince(contract, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .isPresent();
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
