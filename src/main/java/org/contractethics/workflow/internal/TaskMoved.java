package org.contractethics.workflow.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.contractethics.review.FollowUp;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.workflow.internal.InboxItem.Subject;
import org.jspecify.annotations.Nullable;

/** Somebody took a task on, or gave it back; of a concern under kinds of its own, because fewer people may know of it. */
record TaskMoved(
        String kind, @Nullable ContractId contract, String actor, Instant occurredAt, Map<String, Object> facts)
        implements RecordedEvent {

    static TaskMoved claimed(InboxItem item, String actor, Instant at) {
        return of("claimed", item, actor, at, Map.of());
    }

    static TaskMoved returned(InboxItem item, String actor, Instant at) {
        return of("returned", item, actor, at, Map.of());
    }

    /** The same, naming the concern that led to the task, so that it is kept from the same people (H13). */
    TaskMoved becauseOf(Optional<ConcernId> concern) {
        if (concern.isEmpty()) {
            return this;
        }
        Map<String, Object> named = new LinkedHashMap<>(facts);
        named.put("concernId", concern.get().toString());
        return new TaskMoved(kind, contract, actor, occurredAt, Map.copyOf(named));
    }

    static TaskMoved takenBack(InboxItem item, String actor, ForcedReturns.Ground ground, Instant at) {
        String holder = Objects.requireNonNull(item.assignee());
        return of("taken-back", item, actor, at, Map.of("holder", holder, "ground", ground.name()));
    }

    private static TaskMoved of(String moved, InboxItem item, String actor, Instant at, Map<String, Object> further) {
        ContractLine contract = item.contract();
        String kind = (item.kind() == Subject.CONCERN ? "concern-" : "task-") + moved;
        String step = item.kind() == Subject.REVIEW
                ? ProcessNames.stage(item.taskKey()).name()
                : item.taskKey();
        Map<String, Object> facts = new LinkedHashMap<>(further);
        facts.put(subject(item.kind()), item.subject().toString());
        facts.put("stage", step);
        return new TaskMoved(kind, contract == null ? null : contract.id(), actor, at, Map.copyOf(facts));
    }

    private static String subject(Subject kind) {
        return switch (kind) {
            case REVIEW -> "reviewId";
            case CONCERN -> "concernId";
            case POLICY -> "policyVersionId";
            case CONDITION -> FollowUp.CONDITION.idFact();
            case SUSPENSION -> FollowUp.SUSPENSION.idFact();
            case RE_REVIEW -> FollowUp.RE_REVIEW.idFact();
            case QUESTION -> "questionId";
            case EXIT -> FollowUp.EXIT.idFact();
            case REMEDIATION -> FollowUp.REMEDIATION.idFact();
            case SAMPLE_REVIEW -> FollowUp.SAMPLE_REVIEW.idFact();
        };
    }
}
