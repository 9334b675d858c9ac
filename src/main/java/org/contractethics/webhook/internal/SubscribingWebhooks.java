package org.contractethics.webhook.internal;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets legal, who guard the signature, say which systems are told of decisions and lapsed approvals. Every change is recorded,
 * and auditors see what was sent.
 */
@Component
public class SubscribingWebhooks {

    private final Subscriptions subscriptions;
    private final WebhookDeliveries deliveries;
    private final WebhookAddresses addresses;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SubscribingWebhooks(
            Subscriptions subscriptions,
            WebhookDeliveries deliveries,
            WebhookAddresses addresses,
            ApplicationEventPublisher events,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.events = events;
        this.clock = clock;
    }

    /** @param secret told this once */
    public record Subscribed(Subscription subscription, String secret) {}

    public List<FormProblem> problems(String url, Set<WebhookEvent> wanted) {
        List<FormProblem> problems = new ArrayList<>();
        addresses.objection(url).ifPresent(objection -> problems.add(new FormProblem("url", objection)));
        if (wanted.isEmpty()) {
            problems.add(new FormProblem("events", "Choose what the system is told."));
        }
        return List.copyOf(problems);
    }

    @Transactional
    public Subscribed subscribe(String url, Set<WebhookEvent> wanted, Actor actor) {
        demandLegal(actor);
        List<FormProblem> problems = problems(url, wanted);
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        Instant now = clock.instant();
        Subscription subscription =
                new Subscription(UUID.randomUUID(), URI.create(url), wanted, actor.username(), now, null);
        String secret = WebhookSignature.newSecret(random);
        subscriptions.add(subscription, secret);
        events.publishEvent(new WebhookFact(
                "webhook-subscribed",
                actor.username(),
                now,
                Map.of(
                        "subscriptionId",
                        subscription.id().toString(),
                        "host",
                        subscription.host(),
                        "events",
                        wanted.stream().map(WebhookEvent::type).sorted().toList())));
        return new Subscribed(subscription, secret);
    }

    @Transactional
    public void end(UUID id, Actor actor) {
        demandLegal(actor);
        Subscription subscription =
                subscriptions.lock(id).orElseThrow(() -> Refused.notFound("There is no such subscription."));
        if (!subscription.active()) {
            throw Refused.conflict("This subscription has ended already.");
        }
        Instant now = clock.instant();
        subscriptions.end(id, actor.username(), now);
        deliveries.withdraw(id);
        events.publishEvent(new WebhookFact(
                "webhook-ended",
                actor.username(),
                now,
                Map.of("subscriptionId", id.toString(), "host", subscription.host())));
    }

    /** Puts a delivery that arrived or was given up back to the front; the receiver tells repetitions by the id. */
    @Transactional
    public void sendAgain(UUID id, Actor actor) {
        demandLegal(actor);
        Delivery delivery = deliveries.find(id).orElseThrow(() -> Refused.notFound("There is no such delivery."));
        boolean active = subscriptions
                .lock(delivery.subscription())
                .map(Subscription::active)
                .orElse(false);
        if (!active || !delivery.mayBeSentAgain()) {
            throw Refused.conflict(
                    active
                            ? "This is on its way already."
                            : "The subscription has ended, so nothing is sent any more.");
        }
        Instant now = clock.instant();
        deliveries.sendAgain(id, now);
        events.publishEvent(new WebhookFact(
                "webhook-sent-again",
                actor.username(),
                now,
                Map.of(
                        "deliveryId",
                        id.toString(),
                        "host",
                        delivery.host(),
                        "event",
                        delivery.event().type())));
    }

    private static void demandLegal(Actor actor) {
        if (!actor.has(Role.LEGAL_REVIEWER)) {
            throw Refused.notAllowed("Legal reviewers, who guard the signature, say which systems are told.");
        }
        if (actor.has(Role.AUDITOR)) {
            throw Refused.notAllowed("Auditors read everything and write nothing.");
        }
    }
}
