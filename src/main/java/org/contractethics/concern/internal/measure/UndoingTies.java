package org.contractethics.concern.internal.measure;

import java.time.LocalDate;
import java.util.List;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.GivenReason;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.measure.Tie.End;
import org.contractethics.concern.internal.measure.Tie.Undoing;
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
 * because of it, somebody else has to say yes in a number of working days; what was done ends by an act of its own, before.
 */
@Service
public class UndoingTies {

    private static final Logger log = LoggerFactory.getLogger(UndoingTies.class);

    private final HandledConcerns concerns;
    private final ConcernMeasures measures;
    private final TieRows rows;
    private final LapsingUndoings lapsing;
    private final UndoingPeriod period;

    UndoingTies(
            HandledConcerns concerns,
            ConcernMeasures measures,
            TieRows rows,
            LapsingUndoings lapsing,
            UndoingPeriod period) {
        this.concerns = concerns;
        this.measures = measures;
        this.rows = rows;
        this.lapsing = lapsing;
        this.period = period;
    }

    /** A tie, and that it is to be undone. */
    public record Waiting(Tie tie, Undoing undoing) {}

    /** Done at once where nothing was done about the contract; else asked for. */
    @Transactional
    public void undo(ConcernId id, ContractId contract, String because, Actor officer) {
        Concern concern = concerns.lockForHandler(id, officer);
        demandNotWithdrawn(concern);
        lapsing.lapse(concern);
        Tie tie = rows.find(id, contract).orElseThrow(HandledConcerns::unknown);
        if (tie.isUndone()) {
            throw Refused.conflict("The concern is not about this contract any more.");
        }
        demandAtRest(concern, contract);
        if (tie.waiting().isPresent()) {
            throw Refused.conflict("It was asked for already. Another person has to confirm it.");
        }
        String why = GivenReason.demand(
                because, "Say in 30 to 2,000 characters why the concern is not about this contract.");
        boolean alone = measures.of(id).stream().noneMatch(taken -> isOn(contract, taken));
        LocalDate lastDay = alone ? null : period.lastDay();
        rows.askToUndo(tie, why, officer.username(), today(), lastDay);
        concerns.recordAct(
                alone ? "concern-tie-undone" : "concern-tie-undoing-asked", concern, officer.username(), period.now());
        log.info("tie of a concern to a contract to be undone concern={} at once={}", id, alone);
    }

    @Transactional
    public void confirm(ConcernId id, ContractId contract, Actor second) {
        Concern concern = concerns.lockForHandlerOrBoard(id, second);
        Undoing undoing = waitingForSecond(
                id, contract, second, "Somebody else than who asked for it confirms that a tie is undone.");
        demandNotWithdrawn(concern);
        demandAtRest(concern, contract);
        rows.confirm(undoing, second.username(), today());
        concerns.recordAct("concern-tie-undone", concern, second.username(), period.now());
        log.info("tie of a concern to a contract undone concern={}", id);
    }

    /** The second person says no; the tie stands as before. */
    @Transactional
    public void refuse(ConcernId id, ContractId contract, String because, Actor second) {
        Concern concern = concerns.lockForHandlerOrBoard(id, second);
        Undoing undoing = waitingForSecond(
                id, contract, second, "Somebody else than who asked for it refuses it. You can take it back.");
        demandNotWithdrawn(concern);
        String why = GivenReason.demand(
                because, "Say in 30 to 2,000 characters why the concern stays tied to this contract.");
        rows.end(undoing, End.REFUSED, second.username(), today(), why);
        concerns.recordAct("concern-tie-undoing-refused", concern, second.username(), period.now());
        log.info("undoing of a tie refused concern={}", id);
    }

    /** Whoever asked for it does not want it any more; the tie stands as before. */
    @Transactional
    public void takeBack(ConcernId id, ContractId contract, Actor officer) {
        Concern concern = concerns.lockForHandler(id, officer);
        demandNotWithdrawn(concern);
        Undoing undoing = waiting(id, contract);
        if (!officer.username().equals(undoing.askedBy())) {
            throw Refused.notAllowed("Only who asked to undo a tie takes that back. You can refuse it.");
        }
        rows.end(undoing, End.TAKEN_BACK, officer.username(), today(), null);
        concerns.recordAct("concern-tie-undoing-taken-back", concern, officer.username(), period.now());
        log.info("undoing of a tie taken back concern={}", id);
    }

    /** What waits for this person's word; they learn of the concern nothing but the contract and the reason. */
    @Transactional(readOnly = true)
    public List<Waiting> forSecondPerson(Actor person) {
        LocalDate today = today();
        return rows.withWaiting().stream()
                .filter(concern -> concerns.handlesOrSitsOnBoard(concern, person) && !concerns.isWithdrawn(concern))
                .flatMap(concern -> rows.of(concern).stream())
                .flatMap(tie -> tie.waiting().stream().map(undoing -> new Waiting(tie, undoing)))
                .filter(waiting -> !waiting.undoing().isOver(today)
                        && !person.username().equals(waiting.undoing().askedBy()))
                .toList();
    }

    private Undoing waitingForSecond(ConcernId id, ContractId contract, Actor second, String byOther) {
        Undoing undoing = waiting(id, contract);
        if (second.username().equals(undoing.askedBy())) {
            throw Refused.notAllowed(byOther);
        }
        return undoing;
    }

    private Undoing waiting(ConcernId id, ContractId contract) {
        Undoing undoing = rows.find(id, contract).flatMap(Tie::waiting).orElseThrow(HandledConcerns::unknown);
        if (undoing.isOver(today())) {
            throw Refused.conflict("Its last day is over, so it lapsed and the tie stands. It can be asked for anew.");
        }
        return undoing;
    }

    private void demandNotWithdrawn(Concern concern) {
        if (concerns.isWithdrawn(concern.id())) {
            throw Refused.conflict("Its filer withdrew this concern. Nothing of it is changed any more.");
        }
    }

    private void demandAtRest(Concern concern, ContractId contract) {
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
        return period.today();
    }
}
