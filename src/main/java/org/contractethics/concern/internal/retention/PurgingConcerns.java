package org.contractethics.concern.internal.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.contractethics.concern.Concerns.ConcernPurged;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.destroyed.Destroying;
import org.contractethics.concern.internal.destroyed.Destruction;
import org.contractethics.concern.internal.retention.DueForPurge.Due;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures;
import org.contractethics.shared.RecurringWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes what is no longer kept: the keys first, so that copies elsewhere say nothing any more, then every row, then what the engine
 * remembers. Left are the id, the outcome and the day. Each concern in a transaction of its own: what is interrupted goes on.
 */
@Component
public class PurgingConcerns implements RecurringWork, Destroying {

    private static final Logger log = LoggerFactory.getLogger(PurgingConcerns.class);

    private final DueForPurge due;
    private final HandledConcerns concerns;
    private final ConcernMeasures measures;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PurgingConcerns(
            DueForPurge due,
            HandledConcerns concerns,
            ConcernMeasures measures,
            Vault vault,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.due = due;
        this.concerns = concerns;
        this.measures = measures;
        this.vault = vault;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run() {
        due.on(today()).forEach(this::purgeAlone);
    }

    /** One that cannot be purged must not keep the others for longer than they may be kept. */
    private void purgeAlone(Due one) {
        try {
            transaction.executeWithoutResult(status -> purge(one.concern(), one.outcome(), today()));
        } catch (RuntimeException failure) {
            log.error("concern could not be purged concern={}", one.id(), failure);
        }
    }

    private void purge(ConcernId id, String outcome, LocalDate day) {
        Instant now = clock.instant();
        var concern = concerns.get(id);
        // before anything of it is gone: the notices still have to know from whom it is kept
        measures.endAll(
                id, "The concern was purged. Nothing is left of it but its outcome.", ConcernMeasures.BY_THE_TABLE);
        due.purge(id, outcome, day);
        vault.destroy(id);
        events.publishEvent(new ConcernPurged(id, concern.contract(), now));
        concerns.recordPurge(concern, outcome, now);
        log.info("concern purged concern={}", id);
    }

    @Override
    public Destruction.Kind kind() {
        return Destruction.Kind.PURGED;
    }

    @Override
    public List<Destroyed> done() {
        return due.purged();
    }

    @Override
    public List<ConcernId> left() {
        return due.notPurged();
    }

    @Override
    public void makeUnreadable(ConcernId concern, Destruction before) {
        vault.destroy(concern);
    }

    @Override
    public void finish(ConcernId concern, Destruction before) {
        purge(concern, before.outcome(), before.day());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
