package org.contractethics.concern.internal;

import java.time.LocalDate;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.policy.ConcernRouting.ConcernFacts;
import org.contractethics.policy.ConcernRouting.ConcernRoute;
import org.contractethics.policy.ConcernRouting.ContractPhase;
import org.contractethics.policy.Policy;
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

    RoutingConcerns(Policy policy, ContractRegister register, SignedBefore signatures) {
        this.policy = policy;
        this.register = register;
        this.signatures = signatures;
    }

    /** @param acknowledgeBy, answerBy last days that are in time; never later than the law allows */
    record Routed(Routing routing, LocalDate acknowledgeBy, LocalDate answerBy) {}

    Routed route(ConcernTopic topic, @Nullable ContractId contract, int signatories, LocalDate filedOn) {
        // one version for the whole question
        Policy version = policy.under(policy.current().number());
        ConcernRoute route = version.concernRoute(new ConcernFacts(topic.name(), signatories, phaseOf(contract)));
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
                        .map(Contract::state)
                        .map(state -> phase(state, signatures.signedOnce(contract)))
                        .orElse(null);
    }

    /** A contract that was signed runs until it has ended, also while it is in review again and whatever that review finds. */
    static ContractPhase phase(ContractState state, boolean signedOnce) {
        if (state == ContractState.EXITED) {
            return ContractPhase.ENDED;
        }
        if (signedOnce || state.signed()) {
            return ContractPhase.RUNNING;
        }
        return state == ContractState.REJECTED || state == ContractState.STOPPED
                ? ContractPhase.ENDED
                : ContractPhase.BEFORE_SIGNATURE;
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
