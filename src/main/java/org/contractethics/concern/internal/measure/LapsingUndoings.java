package org.contractethics.concern.internal.measure;

import java.time.LocalDate;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.measure.Tie.End;
import org.contractethics.concern.internal.measure.Tie.Undoing;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.RecurringWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends what nobody confirmed or refused until its last day: the tie stands, and undoing it may be asked for anew. Each concern in a
 * transaction of its own, so that one that fails does not keep the others waiting.
 */
@Component
class LapsingUndoings implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(LapsingUndoings.class);

    private final HandledConcerns concerns;
    private final TieRows rows;
    private final TransactionTemplate transaction;
    private final UndoingPeriod period;

    LapsingUndoings(HandledConcerns concerns, TieRows rows, TransactionTemplate transaction, UndoingPeriod period) {
        this.concerns = concerns;
        this.rows = rows;
        this.transaction = transaction;
        this.period = period;
    }

    @Override
    public void run() {
        rows.withOver(period.today()).forEach(this::lapseAlone);
    }

    private void lapseAlone(ConcernId id) {
        try {
            transaction.executeWithoutResult(
                    status -> concerns.lockForSystem(id).ifPresent(this::lapse));
        } catch (RuntimeException failure) {
            log.error("undoing of a tie could not lapse concern={}", id, failure);
        }
    }

    /** In the transaction of the caller, which holds the concern, so that it lapses once and is recorded once. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lapse(Concern concern) {
        LocalDate today = period.today();
        for (Tie tie : rows.of(concern.id())) {
            tie.waiting().filter(undoing -> undoing.isOver(today)).ifPresent(over -> lapse(concern, over, today));
        }
    }

    private void lapse(Concern concern, Undoing over, LocalDate today) {
        rows.end(over, End.LAPSED, Actor.SYSTEM.username(), today, null);
        concerns.recordActOfSystem("concern-tie-undoing-lapsed", concern, period.now());
        log.info("undoing of a tie lapsed concern={}", concern.id());
    }
}
