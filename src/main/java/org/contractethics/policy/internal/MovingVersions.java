package org.contractethics.policy.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes a step and records it, in the transaction of whoever asked. */
@Component
class MovingVersions {

    private final PolicyVersions versions;
    private final ApplicationEventPublisher events;

    MovingVersions(PolicyVersions versions, ApplicationEventPublisher events) {
        this.versions = versions;
        this.events = events;
    }

    /** @param before the version that it takes the place of; null where none is in force */
    void bringIntoForce(RecordedVersion due, @Nullable RecordedVersion before, Instant at) {
        String system = Actor.SYSTEM.username();
        Map<String, Object> facts = new HashMap<>();
        if (before != null) {
            move(before, VersionMove.SUPERSEDE, system, at, "");
            facts.put("changed", versions.content(due.number()).changedFrom(versions.content(before.number())));
        }
        versions.step(due.number(), VersionMove.BRING_INTO_FORCE, system, at, "");
        events.publishEvent(PolicyFact.of(VersionMove.BRING_INTO_FORCE.kind(), due, system, at, facts));
    }

    /** @param reason empty where none is asked for */
    void move(RecordedVersion version, VersionMove move, String actor, Instant at, String reason) {
        Map<String, Object> facts = new HashMap<>();
        if (!reason.isEmpty()) {
            facts.put("reason", reason);
        }
        if (move == VersionMove.PROPOSE) {
            facts.put("consultationDays", version.consultationDays());
        }
        versions.step(version.number(), move, actor, at, reason);
        events.publishEvent(PolicyFact.of(move.kind(), version, actor, at, facts));
    }

    /** Adds the version with its files and takes its first step. */
    void begin(RecordedVersion version, PolicyContent content, VersionMove move) {
        versions.add(version, content);
        move(version, move, version.author(), version.proposedAt(), version.reason());
    }
}
