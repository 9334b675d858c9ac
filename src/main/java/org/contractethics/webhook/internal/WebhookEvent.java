package org.contractethics.webhook.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a system can ask to be told. */
public enum WebhookEvent {
    DECISION_MADE("decision.made", "Decision made", Set.of("decision-recorded")),
    /** Also when the signature was refused: the approval lapses with it. */
    APPROVAL_LAPSED("approval.lapsed", "Approval lapsed", Set.of("approval-lapsed", "signature-refused")),
    /** Nothing ended it but its date. */
    APPROVAL_RAN_OUT("approval.ran-out", "Approval ran out", Set.of("approval-ran-out"));

    private final String type;
    private final String label;
    private final Set<String> kinds;

    WebhookEvent(String type, String label, Set<String> kinds) {
        this.type = type;
        this.label = label;
        this.kinds = kinds;
    }

    /** As it stands in the payload. */
    public String type() {
        return type;
    }

    public String label() {
        return label;
    }

    /** The event that a fact of the record is, if it is one. */
    static Optional<WebhookEvent> ofKind(String kind) {
        return Arrays.stream(values())
                .filter(event -> event.kinds.contains(kind))
                .findFirst();
    }
}
