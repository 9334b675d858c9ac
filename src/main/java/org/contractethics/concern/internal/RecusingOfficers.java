package org.contractethics.concern.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.contractethics.concern.Concerns.OfficerRecused;
import org.contractethics.concern.internal.TellingHandlers.ConcernNews;
import org.contractethics.concern.internal.TellingHandlers.News;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Officers who cannot be impartial step back from a concern, for good. Their wrap is deleted and never made again, and from then on the
 * concern is kept from them as from those whom its filer excluded.
 */
@Service
public class RecusingOfficers {

    private static final Logger log = LoggerFactory.getLogger(RecusingOfficers.class);
    private static final int MAX_REASON = 4_000;

    private final ConcernStore concerns;
    private final ConcernRights rights;
    private final AppealedConcerns appeals;
    private final SealedWords words;
    private final Vault vault;
    private final AnnouncingFilings announcing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecusingOfficers(
            ConcernStore concerns,
            ConcernRights rights,
            AppealedConcerns appeals,
            SealedWords words,
            Vault vault,
            AnnouncingFilings announcing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.concerns = concerns;
        this.rights = rights;
        this.appeals = appeals;
        this.words = words;
        this.vault = vault;
        this.announcing = announcing;
        this.events = events;
        this.clock = clock;
    }

    /** @param typed why; may be empty, and is read by nobody but those who go on */
    @Transactional
    public void recuse(ConcernId id, String typed, Actor officer) {
        Concern concern = concerns.lock(id)
                .filter(found -> rights.mayHandle(found, officer))
                .orElseThrow(ReadingConcerns::unknown);
        String reason = PlainText.of(typed);
        if (reason.length() > MAX_REASON) {
            throw Refused.invalid("Give your reason in at most 4,000 characters, or none.");
        }
        Instant now = clock.instant();
        announcing.announceBeforeActOn(concern);
        words.addRecusal(id, officer.username(), reason, LocalDate.ofInstant(now, ZoneOffset.UTC));
        vault.withdraw(id, officer.username());
        handOn(concern);
        events.publishEvent(new OfficerRecused(id, officer.username(), now));
        events.publishEvent(ConcernFact.ofOfficer("concern-officer-recused", concern, officer.username(), now));
        events.publishEvent(new ConcernNews(id, News.HANDED_ON));
        log.info("officer recused concern={}", id);
    }

    /** Where no ombuds is left these are the board committee; in a sealed start they get their wraps when they first read it. */
    private void handOn(Concern concern) {
        List<String> left = rights.handlers(concern);
        if (left.isEmpty()) {
            throw Refused.conflict(
                    "Nobody else may handle this concern at the moment, so you cannot step back yet. Ask for"
                            + " another concern officer to be named first.");
        }
        if (appeals.isOpen(concern.id()) && rights.appealDeciders(concern).isEmpty()) {
            throw Refused.conflict(
                    "Nobody else could rule on the appeal that waits here, so you cannot step back yet. Ask for another"
                            + " member of the board committee to be named first.");
        }
        if (!vault.isSealed()) {
            left.forEach(officer -> vault.entitle(concern.id(), officer));
        }
    }
}
