package org.contractethics.concern.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.contractethics.concern.internal.anonymous.Secret;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Messages between a filer who is signed in and those who handle the concern; files come with those of the filer only. */
@Service
public class WritingMessages {

    private static final Logger log = LoggerFactory.getLogger(WritingMessages.class);

    private final ConcernStore concerns;
    private final TakingPart takingPart;
    private final SealedWords words;
    private final FilesOfConcerns files;
    private final ConcernRights rights;
    private final Untold untold;
    private final AnnouncingFilings announcing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WritingMessages(
            ConcernStore concerns,
            TakingPart takingPart,
            SealedWords words,
            FilesOfConcerns files,
            ConcernRights rights,
            Untold untold,
            AnnouncingFilings announcing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.concerns = concerns;
        this.takingPart = takingPart;
        this.words = words;
        this.files = files;
        this.rights = rights;
        this.untold = untold;
        this.announcing = announcing;
        this.events = events;
        this.clock = clock;
    }

    /** Refuses whoever did not file the concern, and a concern that takes no message, before anything else is looked at. */
    @Transactional
    public void demandFiler(ConcernId id, Actor filer) {
        if (!rights.isFiler(takingPart.locked(id, filer), filer)) {
            throw ReadingConcerns.unknown();
        }
    }

    /** What is wrong with such a text; empty where nothing is. */
    public static Optional<String> problem(String typed) {
        String text = PlainText.of(typed);
        return PlainText.isBlank(text) || text.length() > FileConcern.MAX_TEXT
                ? Optional.of("Write a message of at most 100,000 characters.")
                : Optional.empty();
    }

    /**
     * Adds a message of the filer, at any time, or of an officer, who thereby begins the follow-up.
     *
     * @param sent secret of the files that were shown to the filer before
     */
    @Transactional
    public void write(ConcernId id, String typed, Optional<Secret> sent, Actor actor) {
        Concern concern = takingPart.locked(id, actor);
        problem(typed).ifPresent(wrong -> {
            throw Refused.invalid(wrong);
        });
        String text = PlainText.of(typed);
        if (rights.isFiler(concern, actor)) {
            writeAsFiler(concern, text, sent);
        } else if (sent.isPresent()) {
            throw Refused.invalid("Files come with the messages of the filer only. Send yours without.");
        } else {
            writeAsOfficer(concern, text, actor.username());
        }
    }

    private void writeAsFiler(Concern concern, String text, Optional<Secret> sent) {
        LocalDate today = today();
        int number = words.addMessage(concern.id(), null, text, today);
        sent.ifPresent(draft -> files.keep(concern.id(), number, draft, today));
        untold.add(concern.id(), number, today);
    }

    private void writeAsOfficer(Concern concern, String text, String officer) {
        if (concern.status() == ConcernStatus.RECEIVED) {
            throw Refused.conflict("Acknowledge the concern first: its filer waits for that.");
        }
        announcing.announceBeforeActOn(concern);
        var unused = words.addMessage(concern.id(), officer, text, today());
        if (concern.status() == ConcernStatus.ACKNOWLEDGED) {
            concerns.followUpBegan(concern.id(), today());
        }
        events.publishEvent(ConcernFact.ofOfficer("concern-message-added", concern, officer, clock.instant()));
        log.info("message added by officer concern={}", concern.id());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
