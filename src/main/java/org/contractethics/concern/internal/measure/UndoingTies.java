package org.contractethics.concern.internal.measure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.GivenReason;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures;
import org.contractethics.shared.ConcernMeasures.Taken;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A concern was tied to a contract by mistake: whoever handles it undoes that with a reason. Where something was done about the contract
 * because of it, somebody else has to say yes; what was done ends by an act of its own, before.
 */
@Service
public class UndoingTies {

    private static final Logger log = LoggerFactory.getLogger(UndoingTies.class);

    private final HandledConcerns concerns;
    private final ConcernMeasures measures;
    private final TyingContracts ties;
    private final Clock clock;

    UndoingTies(HandledConcerns concerns, ConcernMeasures measures, TyingContracts ties, Clock clock) {
        this.concerns = concerns;
        this.measures = measures;
        this.ties = ties;
        this.clock = clock;
    }

    /** Done at once where nothing was done about the contract; else asked for. */
    @Transactional
    public void undo(ConcernId id, ContractId contract, String because, Actor officer) {
        Concern concern = concerns.lockForHandler(id, officer);
        Tie tie = tie(id, contract);
        demandAtRest(concern, contract);
        if (tie.isWaiting()) {
            throw Refused.conflict("It was asked for already. Another person has to confirm it.");
        }
        String why = GivenReason.demand(
                because, "Say in 30 to 2,000 characters why the concern is not about this contract.");
        boolean alone = measures.of(id).stream().noneMatch(taken -> isOn(contract, taken));
        ties.askToUndo(id, contract, why, officer.username(), today(), alone);
        concerns.recordAct(
                alone ? "concern-tie-undone" : "concern-tie-undoing-asked",
                concern,
                officer.username(),
                clock.instant());
        log.info("tie of a concern to a contract to be undone concern={} at once={}", id, alone);
    }

    @Transactional
    public void confirm(ConcernId id, ContractId contract, Actor second) {
        Concern concern = concerns.lockForHandlerOrBoard(id, second);
        Tie tie = ties.find(id, contract).filter(Tie::isWaiting).orElseThrow(HandledConcerns::unknown);
        if (second.username().equals(tie.askedBy())) {
            throw Refused.notAllowed("Somebody else than who asked for it confirms that a tie is undone.");
        }
        demandAtRest(concern, contract);
        ties.undo(id, contract, second.username(), today());
        concerns.recordAct("concern-tie-undone", concern, second.username(), clock.instant());
        log.info("tie of a concern to a contract undone concern={}", id);
    }

    /** What waits for this person's word; they learn of the concern nothing but the contract and the reason. */
    @Transactional(readOnly = true)
    public List<Tie> forSecondPerson(Actor person) {
        return ties.waiting().stream()
                .filter(tie -> !person.username().equals(tie.askedBy()))
                .filter(tie -> concerns.handlesOrSitsOnBoard(new ConcernId(tie.concern()), person))
                .toList();
    }

    private Tie tie(ConcernId id, ContractId contract) {
        Tie tie = ties.find(id, contract).orElseThrow(HandledConcerns::unknown);
        if (tie.isUndone()) {
            throw Refused.conflict("The concern is not about this contract any more.");
        }
        return tie;
    }

    private void demandAtRest(Concern concern, ContractId contract) {
        if (concerns.isWithdrawn(concern.id())) {
            throw Refused.conflict("Its filer withdrew this concern. Nothing of it is changed any more.");
        }
        measures.of(concern.id()).stream()
                .filter(taken -> isOn(contract, taken) && taken.stands())
                .findFirst()
                .ifPresent(taken -> {
                    throw Refused.conflict(
                            "Because of this concern something waits on the contract: %s. End that first, by its own act."
                                    .formatted(taken.measure().label()));
                });
    }

    private static boolean isOn(ContractId contract, Taken taken) {
        return taken.contract().equals(contract);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
