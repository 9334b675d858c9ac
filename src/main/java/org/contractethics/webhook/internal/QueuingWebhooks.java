package org.contractethics.webhook.internal;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Queues what systems asked to be told, in the transaction of the fact itself: no decision without its message, no message
 * without its decision.
 */
@Component
class QueuingWebhooks {

    /** What a payload may hold: ids, codes, days and hashes. No name, no reason, nothing that anybody typed. */
    private static final List<String> TOLD = List.of(
            "reviewId", "decisionId", "outcome", "tier", "expiresOn", "lastDay", "documentSetHash", "policyVersion");

    private final Subscriptions subscriptions;
    private final WebhookDeliveries deliveries;
    private final JsonMapper json;
    private final Clock clock;

    QueuingWebhooks(Subscriptions subscriptions, WebhookDeliveries deliveries, JsonMapper json, Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    void on(RecordedEvent fact) {
        WebhookEvent.ofKind(fact.kind()).ifPresent(event -> {
            List<Subscription> told = subscriptions.activeFor(event);
            String body = told.isEmpty() ? "" : json.writeValueAsString(payload(event, fact));
            told.forEach(subscription -> deliveries.queue(
                    UUID.randomUUID(), subscription.id(), event, fact.contract(), body, clock.instant()));
        });
    }

    static Map<String, Object> payload(WebhookEvent event, RecordedEvent fact) {
        Map<String, Object> data = new LinkedHashMap<>();
        ContractId contract = fact.contract();
        if (contract != null) {
            data.put("contractId", contract.toString());
        }
        TOLD.forEach(name -> {
            Object value = fact.facts().get(name);
            if (value != null) {
                data.put(name, value);
            }
        });
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("type", event.type());
        payload.put("timestamp", fact.occurredAt().toString());
        payload.put("data", data);
        return payload;
    }
}
