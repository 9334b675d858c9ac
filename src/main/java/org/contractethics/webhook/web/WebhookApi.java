package org.contractethics.webhook.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.access.KeptInstead;
import org.contractethics.shared.Actor;
import org.contractethics.webhook.internal.Delivery;
import org.contractethics.webhook.internal.SubscribingWebhooks;
import org.contractethics.webhook.internal.SubscribingWebhooks.Subscribed;
import org.contractethics.webhook.internal.Subscription;
import org.contractethics.webhook.internal.Subscriptions;
import org.contractethics.webhook.internal.WebhookDeliveries;
import org.contractethics.webhook.internal.WebhookEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which systems are told of decisions and lapsed approvals, and what became of each message. */
@RestController
@RequestMapping("/api/webhooks")
@Tag(
        name = "Webhooks",
        description =
                "Signed as in Standard Webhooks (webhook-id, webhook-timestamp, webhook-signature), tried again with"
                        + " growing pauses for about two days. What happened to one contract is told in its order: a message"
                        + " waits until those before it about the same contract arrived or were given up. A given-up one that is"
                        + " sent again comes after newer ones; its timestamp tells when it happened. A payload holds ids, codes, days and hashes: read the rest by this API.")
class WebhookApi {

    private static final int PAGE = 100;

    private final Subscriptions subscriptions;
    private final WebhookDeliveries deliveries;
    private final SubscribingWebhooks subscribing;

    WebhookApi(Subscriptions subscriptions, WebhookDeliveries deliveries, SubscribingWebhooks subscribing) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.subscribing = subscribing;
    }

    @Schema(name = "WebhookRequest")
    record WebhookRequest(
            @Schema(example = "https://contracts.example.org/hooks") @Nullable String url,
            @Nullable Set<@Nullable WebhookEvent> events) {}

    /** @param secret of the signatures; only in the first answer to the subscription, not in one repeated under its key */
    @Schema(name = "Webhook")
    record WebhookAnswer(
            UUID id,
            String url,
            List<WebhookEvent> events,
            Instant createdAt,
            @Nullable Instant endedAt,
            @Nullable String secret) {

        static WebhookAnswer of(Subscription subscription, @Nullable String secret) {
            return new WebhookAnswer(
                    subscription.id(),
                    subscription.url().toString(),
                    subscription.events().stream().sorted().toList(),
                    subscription.createdAt(),
                    subscription.endedAt(),
                    secret);
        }
    }

    @Schema(name = "WebhookDelivery")
    record DeliveryAnswer(
            UUID id,
            UUID webhook,
            WebhookEvent event,
            Delivery.State state,
            int attempts,
            Instant createdAt,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant lastAttemptAt,
            @Nullable String lastResult,
            String body) {

        static DeliveryAnswer of(Delivery delivery) {
            return new DeliveryAnswer(
                    delivery.id(),
                    delivery.subscription(),
                    delivery.event(),
                    delivery.state(),
                    delivery.attempts(),
                    delivery.createdAt(),
                    delivery.nextAttemptAt(),
                    delivery.lastAttemptAt(),
                    delivery.lastResult(),
                    delivery.body());
        }
    }

    @GetMapping
    @Operation(summary = "All webhooks", description = "Those that have ended come last.")
    List<WebhookAnswer> all() {
        return subscriptions.all().stream()
                .map(subscription -> WebhookAnswer.of(subscription, null))
                .toList();
    }

    @PostMapping
    @Operation(
            summary = "Have a system told",
            description =
                    "The answer holds the secret of the signatures, once: repeated under the same key it comes without. Whoever"
                            + " lost it ends the webhook and sets up another.")
    @ResponseStatus(HttpStatus.CREATED)
    @ApiResponse(responseCode = "201", description = "From now on it is told")
    ResponseEntity<WebhookAnswer> subscribe(@RequestBody WebhookRequest request, Actor actor, HttpServletRequest call) {
        String url = request.url() == null ? "" : request.url().strip();
        Set<WebhookEvent> events = request.events() == null
                ? Set.of()
                : request.events().stream().filter(event -> event != null).collect(Collectors.toSet());
        Subscribed subscribed = subscribing.subscribe(url, events, actor);
        KeptInstead.of(call, WebhookAnswer.of(subscribed.subscription(), null));
        return ResponseEntity.created(URI.create("/api/webhooks"))
                .body(WebhookAnswer.of(subscribed.subscription(), subscribed.secret()));
    }

    @DeleteMapping("/{id}")
    @Operation(
            summary = "Tell a system no more",
            description = "What waits for it is withdrawn; what was sent stays listed.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, Actor actor) {
        subscribing.end(id, actor);
    }

    @GetMapping("/deliveries")
    @Operation(summary = "Deliveries, newest first", description = "100 a page; page counts from 1.")
    List<DeliveryAnswer> deliveries(@RequestParam(defaultValue = "1") int page) {
        int number = Math.min(Math.max(page, 1), 1_000_000);
        return deliveries.page(PAGE, (number - 1) * PAGE).stream()
                .map(DeliveryAnswer::of)
                .toList();
    }

    @PostMapping("/deliveries/{id}/again")
    @Operation(
            summary = "Send a message again",
            description = "Under the same webhook-id, by which the receiver tells it.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void again(@PathVariable UUID id, Actor actor) {
        subscribing.sendAgain(id, actor);
    }
}
