package org.contractethics.workflow.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.contractethics.shared.RecurringWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.events.CompletedEventPublications;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the promise that what happens after a commit (indexing, mail) happens in the end: nothing else retries it. Named
 * in {@code event-resubmission.bpmn} and {@code recurring-work.bpmn}.
 */
@Component("deliveries")
public class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    /** A delivery that has made no progress for so long was cut off by a crash. */
    private static final Duration CUT_OFF = Duration.ofMinutes(5);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    /** Short: what an outage of search or mail held up is to be there minutes after it, not hours. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private static final Duration KEEP_DELIVERED = Duration.ofDays(7);

    /** Read at once; large, so that events which keep failing cannot hide newer ones behind them. */
    private static final int AT_ONCE = 1_000;

    private final ObjectProvider<EventPublicationRegistry> registry;
    private final ObjectProvider<FailedEventPublications> failed;
    private final ObjectProvider<CompletedEventPublications> completed;
    private final ObjectProvider<RecurringWork> work;
    private final TransactionTemplate outside;
    private final Clock clock;

    Deliveries(
            ObjectProvider<EventPublicationRegistry> registry,
            ObjectProvider<FailedEventPublications> failed,
            ObjectProvider<CompletedEventPublications> completed,
            ObjectProvider<RecurringWork> work,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.registry = registry;
        this.failed = failed;
        this.completed = completed;
        this.work = work;
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        this.clock = clock;
    }

    /**
     * Offers failed and cut-off deliveries to their listeners again. Outside the engine's transaction: the listeners run
     * in threads of their own and would wait for its row locks.
     */
    public void resubmit() {
        outside.executeWithoutResult(none -> {
            registry.getObject().markStalePublicationsFailed(status -> CUT_OFF);
            Instant now = clock.instant();
            failed.getObject()
                    .resubmit(ResubmissionOptions.defaults()
                            .withBatchSize(AT_ONCE)
                            .withMaxInFlight(AT_ONCE)
                            .withFilter(publication -> pauseIsOver(publication, now)));
        });
    }

    /** Everything that falls due again and again; what fails keeps nothing else from its turn. */
    public void recurring() {
        outside.executeWithoutResult(none -> work.stream().forEach(Deliveries::attempt));
    }

    private static void attempt(RecurringWork work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.error("recurring work failed work={}", work.getClass().getSimpleName(), failed);
        }
    }

    /** Removes deliveries that succeeded some days ago. */
    public void removeDelivered() {
        completed.getObject().deletePublicationsOlderThan(KEEP_DELIVERED);
    }

    /** The pause doubles with every attempt, up to two minutes. */
    static boolean pauseIsOver(EventPublication publication, Instant now) {
        int attempts = Math.max(1, publication.getCompletionAttempts());
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        Instant last = publication.getLastResubmissionDate();
        Instant since = last == null ? publication.getPublicationDate() : last;
        return !since.plus(bounded).isAfter(now);
    }
}
