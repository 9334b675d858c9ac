package org.contractethics.concern.internal.outcome;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.shared.RecurringWork;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the numbers of each quarter that is over into the record, once; reports are counted from there (ISO 37002, 9.1.2). */
@Component
class CountingQuarters implements RecurringWork {

    private final QuarterNumbers numbers;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CountingQuarters(
            QuarterNumbers numbers,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.numbers = numbers;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Quarters that passed while nothing ran are made up for, in order. One of which something is still to be told waits: its numbers
     * say that all of it stands in the record.
     */
    @Override
    public void run() {
        Instant now = clock.instant();
        LocalDate running = PublishingOutcomes.quarterOf(now);
        LocalDate from = numbers.lastCounted()
                .map(last -> last.plusMonths(3))
                .or(numbers::first)
                .orElse(running);
        for (LocalDate quarter = from; quarter.isBefore(running) && isTold(quarter); quarter = quarter.plusMonths(3)) {
            LocalDate over = quarter;
            transaction.executeWithoutResult(status -> count(over, now));
        }
    }

    private boolean isTold(LocalDate quarter) {
        return jdbc.sql("select not exists (select from concern.untold where day < :next)")
                .param("next", quarter.plusMonths(3))
                .query(Boolean.class)
                .single();
    }

    private void count(LocalDate quarter, Instant now) {
        int added = jdbc.sql(
                        "insert into concern.quarter_counted (quarter, counted_at) values (:quarter, :now) on conflict do nothing")
                .param("quarter", quarter)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        if (added == 1) {
            RecordedEvent counted = new QuarterCounted(quarter, now, numbers.of(quarter));
            events.publishEvent(counted);
        }
    }
}
