package org.contractethics.concern.internal.opening;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.Download;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.OpenedEvidence;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what was opened to the one person who asked, while it is in force. Each time is counted for the filer and recorded. */
@Service
public class UsingOpenings {

    private static final Logger log = LoggerFactory.getLogger(UsingOpenings.class);

    private final HandledConcerns concerns;
    private final OpenedEvidence evidence;
    private final SealedOpenings openings;
    private final PeopleDirectory people;
    private final Clock clock;

    UsingOpenings(
            HandledConcerns concerns,
            OpenedEvidence evidence,
            SealedOpenings openings,
            PeopleDirectory people,
            Clock clock) {
        this.concerns = concerns;
        this.evidence = evidence;
        this.openings = openings;
        this.people = people;
        this.clock = clock;
    }

    /** @param lastDay on which it can be shown again */
    public record Name(String name, LocalDate lastDay) {}

    @Transactional
    public Name name(ConcernId id, UUID opening, Actor officer) {
        SealedOpening used = use(id, opening, OpeningKind.IDENTITY, officer);
        String account = evidence.name(id, officer.username());
        return new Name(people.displayName(account), Objects.requireNonNull(used.lastDay()));
    }

    @Transactional
    public Download original(ConcernId id, UUID opening, Actor officer) {
        SealedOpening used = use(id, opening, OpeningKind.ORIGINAL, officer);
        return evidence.original(id, Objects.requireNonNull(used.file()), officer);
    }

    private SealedOpening use(ConcernId id, UUID opening, OpeningKind kind, Actor officer) {
        Concern concern = concerns.lockForHandler(id, officer);
        SealedOpening found =
                openings.find(id, opening).filter(known -> known.kind() == kind).orElseThrow(HandledConcerns::unknown);
        if (!found.askedBy().equals(officer.username())) {
            throw Refused.notAllowed("It was opened to the person who asked, and to nobody else.");
        }
        if (concerns.isWithdrawn(id)) {
            throw Refused.conflict("Its filer withdrew this concern. Nothing of it is opened any more.");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        found.requireInForce(today);
        openings.used(opening, today);
        concerns.recordOpened(
                kind.recordedAs(), concern, officer.username(), found.ground().name(), clock.instant());
        log.info("opened concern={} kind={}", id, kind);
        return found;
    }
}
