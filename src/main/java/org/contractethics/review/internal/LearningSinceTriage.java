package org.contractethics.review.internal;

import java.time.Clock;
import org.contractethics.screening.RecordWorsened;
import org.contractethics.shared.RecurringWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is written of an agency or a country is held against every contract of it that was triaged. The list of them is kept in the
 * transaction that writes it, and from then on nothing on the list is approved or signed; it is worked off contract by contract, whatever
 * became of the application in between.
 */
@Component
class LearningSinceTriage implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(LearningSinceTriage.class);
    private static final int AT_A_TIME = 200;

    private final LearnedRecords learned;
    private final RecordWeighings weighings;
    private final WeighingRecords weighing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LearningSinceTriage(
            LearnedRecords learned,
            RecordWeighings weighings,
            WeighingRecords weighing,
            TransactionTemplate transaction,
            Clock clock) {
        this.learned = learned;
        this.weighings = weighings;
        this.weighing = weighing;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RecordWorsened record) {
        learned.waitForTriages();
        weighings.add(record);
    }

    @Override
    public void run() {
        weighings.waiting(AT_A_TIME).forEach(this::weighAlone);
    }

    /** Whatever is wrong with this one, the next ones are weighed; it waits, and is tried again with the next call. */
    private void weighAlone(long number) {
        try {
            transaction.executeWithoutResult(status -> weighings.hold(number).ifPresent(weighing::weigh));
        } catch (RuntimeException failed) {
            log.error("a record was not held against a triage weighing={}", number, failed);
            transaction.executeWithoutResult(status -> weighings.tried(number, clock.instant()));
        }
    }
}
