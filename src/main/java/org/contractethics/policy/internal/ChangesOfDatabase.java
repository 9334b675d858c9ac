package org.contractethics.policy.internal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.policy.PolicyChanges;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The changes of the policy, as the process sees them. */
@Component
class ChangesOfDatabase implements PolicyChanges {

    private final PolicyVersions versions;
    private final DecidingVersion deciding;
    private final BringingIntoForce bringing;
    private final ApplicationEventPublisher events;

    ChangesOfDatabase(
            PolicyVersions versions,
            DecidingVersion deciding,
            BringingIntoForce bringing,
            ApplicationEventPublisher events) {
        this.versions = versions;
        this.deciding = deciding;
        this.bringing = bringing;
        this.events = events;
    }

    @Override
    public List<String> objections(UUID version, Actor actor) {
        return versions.find(version)
                .map(found -> deciding.objections(found, actor))
                .orElse(List.of("There is no such version of the rules."));
    }

    @Override
    public boolean isDecided(UUID version) {
        return versions.find(version)
                .filter(found -> found.state() == VersionState.PROPOSED)
                .isEmpty();
    }

    @Override
    @Transactional
    public void remind(UUID version, Instant dueAt) {
        versions.find(version)
                .ifPresent(waiting -> events.publishEvent(Notice.toRoles(
                        Set.of(Role.BOARD_COMMITTEE),
                        "Due soon: decide on version " + waiting.number() + " of the rules",
                        "This is due on " + Times.words(dueAt) + ".",
                        "/rules/versions/" + waiting.number())));
    }

    @Override
    @Transactional
    public void escalate(UUID version) {
        versions.find(version)
                .ifPresent(late -> events.publishEvent(Notice.toRoles(
                        Set.of(Role.BOARD_COMMITTEE),
                        "Overdue: decide on version " + late.number() + " of the rules",
                        "Nothing was decided by the delay; somebody has to do it.",
                        "/rules/versions/" + late.number())));
    }

    @Override
    public void comeIntoForce() {
        bringing.whatIsDue();
    }
}
