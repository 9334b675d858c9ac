package org.contractethics.workflow.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.workflow.internal.InboxItem.Subject;
import org.jspecify.annotations.Nullable;

/** Somebody took a task on, or gave it back. */
record TaskMoved(
        String kind, @Nullable ContractId contract, String actor, Instant occurredAt, Map<String, Object> facts)
        implements RecordedEvent {

    static TaskMoved claimed(InboxItem item, String actor, Instant at) {
        return of("task-claimed", item, actor, at, Map.of());
    }

    static TaskMoved returned(InboxItem item, String actor, Instant at) {
        return of("task-returned", item, actor, at, Map.of());
    }

    static TaskMoved takenBack(InboxItem item, String actor, ForcedReturns.Ground ground, Instant at) {
        String holder = Objects.requireNonNull(item.assignee());
        return of("task-taken-back", item, actor, at, Map.of("holder", holder, "ground", ground.name()));
    }

    private static TaskMoved of(String kind, InboxItem item, String actor, Instant at, Map<String, Object> further) {
        ContractLine contract = item.contract();
        String subject = item.kind() == Subject.REVIEW ? "reviewId" : "concernId";
        String step = item.kind() == Subject.REVIEW
                ? ProcessNames.stage(item.taskKey()).name()
                : item.taskKey();
        Map<String, Object> facts = new LinkedHashMap<>(further);
        facts.put(subject, item.subject().toString());
        facts.put("stage", step);
        return new TaskMoved(kind, contract == null ? null : contract.id(), actor, at, Map.copyOf(facts));
    }
}
