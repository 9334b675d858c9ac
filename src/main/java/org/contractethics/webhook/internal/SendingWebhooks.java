package org.contractethics.webhook.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.shared.Notice;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.Role;
import org.contractethics.webhook.internal.Delivery.State;
import org.contractethics.webhook.internal.WebhookSecrets.SecretDoesNotOpen;
import org.contractethics.webhook.internal.WebhookSender.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is due, outside of any transaction, and tries again with growing pauses. After the last attempt it is given up where
 * everybody can see it; somebody can send it again.
 */
@Component
public class SendingWebhooks implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(SendingWebhooks.class);

    /** Before each attempt after the first; together about two days. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    /** Longer than the longest attempt. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** A round must not keep the engine's timer busy for longer. */
    private static final Duration ROUND = Duration.ofMinutes(1);

    private final WebhookDeliveries deliveries;
    private final Subscriptions subscriptions;
    private final WebhookSender sender;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SendingWebhooks(
            WebhookDeliveries deliveries,
            Subscriptions subscriptions,
            WebhookSender sender,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.sender = sender;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A system that does not answer is tried once in a round, however much waits for it: it keeps no other from being told. */
    @Override
    public void run() {
        Instant end = clock.instant().plus(ROUND);
        Set<UUID> silent = new HashSet<>();
        Optional<Delivery> due = deliveries.take(clock.instant(), LEASE, silent);
        while (due.isPresent()) {
            if (!attempt(due.get())) {
                silent.add(due.get().subscription());
            }
            Instant now = clock.instant();
            due = now.isBefore(end) ? deliveries.take(now, LEASE, silent) : Optional.empty();
        }
    }

    /** Whether it arrived. */
    private boolean attempt(Delivery delivery) {
        Result result = send(delivery);
        if (result.arrived()) {
            deliveries.settle(delivery.id(), State.DELIVERED, null, result.words());
        } else if (delivery.attempts() > PAUSES.size()) {
            giveUp(delivery, result.words());
        } else {
            Instant next = clock.instant().plus(PAUSES.get(delivery.attempts() - 1));
            deliveries.settle(delivery.id(), State.WAITING, next, result.words());
        }
        return result.arrived();
    }

    /** A secret that does not open is told like a system that does not answer, so that nothing behind it has to wait. */
    private Result send(Delivery delivery) {
        String secret;
        try {
            secret = subscriptions.secret(delivery.subscription());
        } catch (SecretDoesNotOpen e) {
            LOG.error("a webhook is not sent delivery={} problem={}", delivery.id(), e.getMessage());
            return new Result(false, "Its secret does not open with the key of the settings");
        }
        return sender.send(delivery, secret, clock.instant());
    }

    private void giveUp(Delivery delivery, String words) {
        transaction.executeWithoutResult(status -> {
            deliveries.settle(delivery.id(), State.GIVEN_UP, null, words);
            events.publishEvent(Notice.toRoles(
                    Set.of(Role.LEGAL_REVIEWER),
                    "A webhook did not arrive: " + delivery.event().label(),
                    "The system at " + delivery.host() + " was not reached in " + delivery.attempts() + " attempts ("
                            + words + "). Look after it, then send the message again.",
                    "/webhooks"));
        });
    }
}
