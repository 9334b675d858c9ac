package org.contractethics.policy.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.contractethics.shared.Notice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes that an approved version came into force on its date. The date alone decides what is evaluated; this only keeps the
 * record, so nothing is wrong while it is late.
 */
@Component
public class BringingIntoForce {

    private final PolicyVersions versions;
    private final MovingVersions moving;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BringingIntoForce(PolicyVersions versions, MovingVersions moving, ApplicationEventPublisher events, Clock clock) {
        this.versions = versions;
        this.moving = moving;
        this.events = events;
        this.clock = clock;
    }

    /** Does nothing where no approved version has reached its date. */
    @Transactional
    public void whatIsDue() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<RecordedVersion> all = versions.all();
        all.stream().filter(version -> version.due(today)).findFirst().ifPresent(due -> {
            RecordedVersion before = all.stream()
                    .filter(version -> version.state() == VersionState.IN_FORCE)
                    .findFirst()
                    .orElse(null);
            moving.bringIntoForce(due, before, now);
            events.publishEvent(Notice.toRoles(
                    Announcement.REVIEWERS,
                    "Version " + due.number() + " of the rules is in force",
                    "Reviews that are triaged from now on are judged by it. A review triaged before keeps its version until it is decided.",
                    "/rules/versions/" + due.number()));
        });
    }
}
