package org.contractethics.webhook.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.junit.jupiter.api.Test;

class QueuingWebhooksTests {

    @Test
    void a_payload_holds_no_name_and_nothing_that_anybody_typed() {
        Fact decided = new Fact(
                "decision-recorded",
                "ruth.castillo",
                Map.of(
                        "reviewId", "r-1",
                        "decisionId", "d-1",
                        "outcome", "REJECT",
                        "reasons", "Because of Dana Whitfield",
                        "decidedBy", "ruth.castillo"));

        Map<String, Object> payload = QueuingWebhooks.payload(WebhookEvent.DECISION_MADE, decided);

        assertThat(payload.toString())
                .contains(
                        "decision.made",
                        "r-1",
                        "d-1",
                        "REJECT",
                        decided.contract().toString())
                .doesNotContain("ruth", "Dana", "reasons", "decidedBy");
    }

    @Test
    void a_refused_signature_is_a_lapsed_approval_and_other_facts_are_told_to_nobody() {
        assertThat(WebhookEvent.ofKind("signature-refused")).contains(WebhookEvent.APPROVAL_LAPSED);
        assertThat(WebhookEvent.ofKind("approval-lapsed")).contains(WebhookEvent.APPROVAL_LAPSED);
        assertThat(WebhookEvent.ofKind("approval-ran-out")).contains(WebhookEvent.APPROVAL_RAN_OUT);
        assertThat(WebhookEvent.ofKind("decision-recorded")).contains(WebhookEvent.DECISION_MADE);
        assertThat(WebhookEvent.ofKind("concern-filed")).isEmpty();
        assertThat(WebhookEvent.ofKind("vote-cast")).isEmpty();
    }

    private record Fact(String kind, String actor, ContractId contract, Instant occurredAt, Map<String, Object> facts)
            implements RecordedEvent {

        Fact(String kind, String actor, Map<String, Object> facts) {
            this(kind, actor, new ContractId(UUID.randomUUID()), Instant.EPOCH, facts);
        }
    }
}
