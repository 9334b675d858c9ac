package org.contractethics.record.operation;

import java.util.function.Supplier;
import org.contractethics.shared.RecordedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells something that is true of all nodes, once: whoever holds the head of the record reads what was told last, and nobody tells
 * anything in between.
 */
@Component
class TellingOnce {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    TellingOnce(JdbcClient jdbc, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param news what the record does not tell yet; asked again when nobody else can write, and then in a short time */
    void tell(Supplier<? extends Iterable<? extends RecordedEvent>> news) {
        if (news.get().iterator().hasNext()) {
            transaction.executeWithoutResult(status -> {
                jdbc.sql("select record.lock_head()").query(Long.class).single();
                news.get().forEach(events::publishEvent);
            });
        }
    }
}
