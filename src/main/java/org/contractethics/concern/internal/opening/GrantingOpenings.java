package org.contractethics.concern.internal.opening;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.OpenedEvidence;
import org.contractethics.concern.internal.WritingOfFilers;
import org.contractethics.concern.internal.anonymous.FilerSession;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second word on an opening: the filer consents or refuses on their own page, or another person with the right to confirm openings
 * (who handles concerns, or sits on the board committee) confirms the legal basis. Only then is there a key for whoever asked.
 */
@Service
public class GrantingOpenings {

    private static final Logger log = LoggerFactory.getLogger(GrantingOpenings.class);

    private final HandledConcerns concerns;
    private final WritingOfFilers writing;
    private final OpenedEvidence evidence;
    private final SealedOpenings openings;
    private final Clock clock;

    GrantingOpenings(
            HandledConcerns concerns,
            WritingOfFilers writing,
            OpenedEvidence evidence,
            SealedOpenings openings,
            Clock clock) {
        this.concerns = concerns;
        this.writing = writing;
        this.evidence = evidence;
        this.openings = openings;
        this.clock = clock;
    }

    @Transactional
    public void consent(ConcernId id, UUID opening, Actor filer) {
        consent(concerns.lockForFiler(id, filer), opening);
    }

    /** For a filer whom nobody knows. */
    @Transactional
    public void consent(FilerSession session, UUID opening) {
        consent(writing.locked(session), opening);
    }

    /** Refuses what waits, and ends what the filer consented to before. */
    @Transactional
    public void refuse(ConcernId id, UUID opening, Actor filer) {
        refuse(concerns.lockForFiler(id, filer), opening);
    }

    /** For a filer whom nobody knows. */
    @Transactional
    public void refuse(FilerSession session, UUID opening) {
        refuse(writing.locked(session), opening);
    }

    @Transactional
    public void confirm(ConcernId id, UUID opening, Actor second) {
        Concern concern = concerns.lockForHandlerOrBoard(id, second);
        SealedOpening asked = find(id, opening);
        asked.requireWaiting(OpeningGround.LEGAL_BASIS, today());
        if (asked.askedBy().equals(second.username())) {
            throw Refused.notAllowed("Somebody else than who asked confirms the legal basis.");
        }
        grant(concern, asked, second.username());
        concerns.recordAct("concern-opening-confirmed", concern, second.username(), clock.instant());
    }

    // no entry and no log line at this moment: its time would be that of something the filer did
    private void consent(Concern concern, UUID opening) {
        SealedOpening asked = find(concern.id(), opening);
        asked.requireWaiting(OpeningGround.CONSENT, today());
        grant(concern, asked, null);
    }

    private void refuse(Concern concern, UUID opening) {
        SealedOpening asked = find(concern.id(), opening);
        LocalDate today = today();
        if (asked.ground() == OpeningGround.CONSENT && asked.isInForce(today)) {
            openings.ended(opening, today);
        } else {
            asked.requireWaiting(OpeningGround.CONSENT, today);
            openings.refused(opening, today);
        }
    }

    private void grant(Concern concern, SealedOpening asked, @Nullable String second) {
        if (concerns.isWithdrawn(concern.id())) {
            throw Refused.conflict("This concern was withdrawn. Nothing of it is opened any more.");
        }
        if (!concerns.isHandledBy(concern, asked.askedBy())) {
            throw Refused.conflict("Whoever asked does not handle this concern any more. Nothing is opened to them.");
        }
        openings.granted(asked.id(), second, today());
        evidence.entitle(concern.id(), asked.file(), asked.askedBy());
        if (second != null) {
            log.info("opening confirmed concern={} kind={}", concern.id(), asked.kind());
        }
    }

    private SealedOpening find(ConcernId id, UUID opening) {
        return openings.find(id, opening).orElseThrow(HandledConcerns::unknown);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
