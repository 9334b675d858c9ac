package org.contractethics.policy.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.policy.PolicyChanges.VersionProposed;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of the files packed with the software. On an empty database they are version 1, in force. Later, files that no
 * version consists of are a proposal like any other: a release changes no rule by itself.
 */
@Component
class InstallingPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(InstallingPolicy.class);
    private static final String FIRST = "The rules that came with the software when it was installed.";
    private static final String RELEASE = "The rules that came with a new release of the software.";

    private final PolicyVersions versions;
    private final MovingVersions moving;
    private final PolicyInForce policy;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    InstallingPolicy(
            PolicyVersions versions,
            MovingVersions moving,
            PolicyInForce policy,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.moving = moving;
        this.policy = policy;
        this.events = events;
        this.clock = clock;
    }

    /** Several nodes may start at once: the next number is given to one after the other. */
    @Transactional
    public void install(PolicyContent packed, LocalDate effectiveFrom) {
        int number = versions.nextNumber();
        List<RecordedVersion> known = versions.all();
        Instant now = clock.instant();
        if (known.isEmpty()) {
            RecordedVersion first = version(1, null, packed, FIRST, effectiveFrom, 0, now);
            moving.begin(first, packed, VersionMove.INSTALL);
        } else if (known.stream().noneMatch(version -> version.contentHash().equals(packed.hash()))) {
            propose(number, packed, now);
        }
    }

    private void propose(int number, PolicyContent packed, Instant now) {
        EvaluatedPolicy inForce = policy.now();
        VersionCheck.Result checked = new VersionCheck(inForce.complete()).check(packed);
        if (!checked.problems().isEmpty()) {
            // the rules in force go on; whoever made the release has to mend its files
            LOG.error("the packed rules cannot be proposed: {}", String.join(" ", checked.problems()));
            return;
        }
        RecordedVersion proposed = version(
                number,
                inForce.current().number(),
                packed,
                RELEASE,
                LocalDate.ofInstant(now, ZoneOffset.UTC).plusMonths(1),
                checked.combinations(),
                now);
        moving.begin(proposed, packed, VersionMove.PROPOSE);
        events.publishEvent(new VersionProposed(proposed.id(), number, now));
        events.publishEvent(Notice.toRoles(
                Set.of(Role.BOARD_COMMITTEE, Role.HR_REVIEWER),
                "Version " + number + " of the rules is proposed",
                "A new release of the software brings other rules. They hold only if the board committee approves them.",
                "/rules/versions/" + number));
    }

    private static RecordedVersion version(
            int number,
            @Nullable Integer basedOn,
            PolicyContent content,
            String reason,
            LocalDate effectiveOn,
            int combinations,
            Instant now) {
        return new RecordedVersion(
                number,
                UUID.randomUUID(),
                basedOn,
                content.hash(),
                Actor.SYSTEM.username(),
                reason,
                effectiveOn,
                /* consultationDays= */ 0,
                combinations,
                now,
                List.of(),
                0);
    }
}
