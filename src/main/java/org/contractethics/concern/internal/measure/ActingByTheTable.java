package org.contractethics.concern.internal.measure;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contractethics.concern.Concerns.ConcernAnswered;
import org.contractethics.concern.Concerns.ConcernFiled;
import org.contractethics.concern.Concerns.ConcernWithdrawn;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.Routing;
import org.contractethics.concern.internal.RoutingAnew;
import org.contractethics.policy.ConcernRouting.ConcernAction;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures;
import org.contractethics.shared.ConcernMeasures.Measure;
import org.contractethics.shared.ConcernMeasures.Taken;
import org.contractethics.shared.ContractId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does to the contract what the table of routing asks, in the transaction in which the concern becomes known; and ends what waits
 * for it when its reasoned answer is given, or its filer takes it back.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ActingByTheTable {

    /** What the table asks of a contract while it is not signed. It may be signed by the time the concern becomes known. */
    private static final Set<ConcernAction> BEFORE_SIGNATURE =
            EnumSet.of(ConcernAction.HOLD_SIGNATURE, ConcernAction.ATTACH_TO_REVIEW);

    private final HandledConcerns concerns;
    private final ConcernMeasures measures;
    private final RoutingAnew anew;

    ActingByTheTable(HandledConcerns concerns, ConcernMeasures measures, RoutingAnew anew) {
        this.concerns = concerns;
        this.measures = measures;
        this.anew = anew;
    }

    @EventListener
    void on(ConcernFiled filed) {
        ContractId contract = filed.contract();
        Optional<Concern> concern = concerns.find(filed.concern());
        Optional<Routing> routing = concern.map(Concern::routing);
        // filed and taken back on the same day: it never does anything to the contract
        if (contract == null || routing.isEmpty() || concerns.isWithdrawn(filed.concern())) {
            return;
        }
        act(routing.get(), contract, filed.concern());
        if (BEFORE_SIGNATURE.contains(routing.get().action())) {
            // a hold waited for a signature of the same moment; where one came first, the table asks something else of
            // a contract that runs
            act(anew.asItIsNow(concern.get()), contract, filed.concern());
        }
    }

    private void act(Routing routing, ContractId contract, ConcernId concern) {
        String because = "The table of routing asks for it: %s, version %s of the rules."
                .formatted(routing.rule(), routing.policyNumber());
        asked(routing.action())
                .forEach(measure -> measures.take(measure, contract, concern, because, ConcernMeasures.BY_THE_TABLE));
    }

    /** A hearing that the table or a letter asked for outlasts the answer: the panel has to hear them all the same (H3). */
    @EventListener
    void on(ConcernAnswered answered) {
        measures.of(answered.concern()).stream()
                .filter(taken -> taken.stands() && (taken.measure() == Measure.HOLD || byHand(taken)))
                .forEach(taken -> {
                    boolean unused = measures.end(taken, "The concern was answered with reasons.", answered.officer());
                });
    }

    private static boolean byHand(Taken taken) {
        return !taken.takenBy().equals(ConcernMeasures.BY_THE_TABLE);
    }

    @EventListener
    void on(ConcernWithdrawn withdrawn) {
        measures.endAll(withdrawn.concern(), "Its filer took the concern back.", ConcernMeasures.BY_THE_TABLE);
    }

    /** What the table asks that needs no further decision of a person; the rest is for those who handle the concern. */
    static List<Measure> asked(ConcernAction action) {
        return switch (action) {
            case HOLD_SIGNATURE -> List.of(Measure.HOLD);
            case INTERIM_MEASURE -> List.of(Measure.SUSPENSION);
            case REOPEN_REVIEW -> List.of(Measure.REOPEN);
            case HEARING, RAISE_TIER_AND_HEAR -> List.of(Measure.HEARING);
            case OMBUDS_INVESTIGATION, REMEDIATION, ATTACH_TO_REVIEW, FIND_CONTRACT, ASSESS -> List.of();
        };
    }
}
