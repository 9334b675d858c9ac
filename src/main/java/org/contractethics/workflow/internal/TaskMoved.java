package org.contractethics.workflow.internal;

import java.time.Instant;
import java.util.Map;
import org.contractethics.review.FollowUp;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.workflow.internal.InboxItem.Subject;
import org.jspecify.annotations.Nullable;

/** Somebody took a task on, or gave it back. */
record TaskMoved(
        String kind, @Nullable ContractId contract, String actor, Instant occurredAt, Map<String, Object> facts)
        implements RecordedEvent {

    static TaskMoved claimed(InboxItem item, String actor, Instant at) {
        return of("task-claimed", item, actor, at);
    }

    static TaskMoved returned(InboxItem item, String actor, Instant at) {
        return of("task-returned", item, actor, at);
    }

    private static TaskMoved of(String kind, InboxItem item, String actor, Instant at) {
        ContractLine contract = item.contract();
        String step = item.kind() == Subject.REVIEW
                ? ProcessNames.stage(item.taskKey()).name()
                : item.taskKey();
        return new TaskMoved(
                kind,
                contract == null ? null : contract.id(),
                actor,
                at,
                Map.of(subject(item.kind()), item.subject().toString(), "stage", step));
    }

    private static String subject(Subject kind) {
        return switch (kind) {
            case REVIEW -> "reviewId";
            case CONCERN -> "concernId";
            case CONDITION -> FollowUp.CONDITION.idFact();
            case SUSPENSION -> FollowUp.SUSPENSION.idFact();
            case RE_REVIEW -> FollowUp.RE_REVIEW.idFact();
        };
    }
}
