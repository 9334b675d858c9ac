package org.contractethics.concern.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.contractethics.concern.Concerns.ConcernAcknowledged;
import org.contractethics.concern.Concerns.ConcernAnswered;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What filer and concern officer do with a concern after it was filed. */
@Service
public class HandlingConcerns {

    private static final Logger log = LoggerFactory.getLogger(HandlingConcerns.class);

    private final ConcernStore concerns;
    private final SealedWords words;
    private final PublishedAnswers published;
    private final FindingsOfConcerns findings;
    private final ConcernRights rights;
    private final Untold untold;
    private final AnnouncingFilings announcing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandlingConcerns(
            ConcernStore concerns,
            SealedWords words,
            PublishedAnswers published,
            FindingsOfConcerns findings,
            ConcernRights rights,
            Untold untold,
            AnnouncingFilings announcing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.concerns = concerns;
        this.words = words;
        this.published = published;
        this.findings = findings;
        this.rights = rights;
        this.untold = untold;
        this.announcing = announcing;
        this.events = events;
        this.clock = clock;
    }

    /** Tells the filer that the concern arrived and is taken care of. */
    @Transactional
    public void acknowledge(ConcernId id, Actor officer) {
        Concern concern = locked(id, officer);
        requireHandler(concern, officer);
        if (concern.status() != ConcernStatus.RECEIVED) {
            throw Refused.conflict("This concern was acknowledged already. Open it again to see where it stands.");
        }
        Instant now = clock.instant();
        announcing.announceBeforeActOn(concern);
        concerns.acknowledged(id, today());
        events.publishEvent(new ConcernAcknowledged(id, officer.username(), now));
        events.publishEvent(ConcernFact.ofOfficer("concern-acknowledged", concern, officer.username(), now));
        log.info("concern acknowledged concern={}", id);
    }

    /** Adds a message of the filer, at any time, or of an officer, who thereby begins the follow-up. */
    @Transactional
    public void write(ConcernId id, String typed, Actor actor) {
        Concern concern = locked(id, actor);
        String text = PlainText.of(typed);
        if (PlainText.isBlank(text) || text.length() > FileConcern.MAX_TEXT) {
            throw Refused.invalid("Write a message of at most 100,000 characters.");
        }
        if (rights.isFiler(concern, actor)) {
            untold.add(id, words.addMessage(id, null, text, today()), today());
        } else {
            writeAsOfficer(concern, text, actor.username());
        }
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

    /** Closes the concern with reasons; without each part of them it stays open. */
    @Transactional
    public void answer(ConcernId id, AnswerConcern command, Actor officer) {
        Concern concern = locked(id, officer);
        requireHandler(concern, officer);
        if (!concern.status().isInProgress()) {
            throw Refused.conflict(
                    concern.open()
                            ? "Acknowledge the concern first: its filer waits for that."
                            : "This concern was answered already.");
        }
        if (!command.problems().isEmpty()) {
            throw new Refused(
                    Refused.Kind.INVALID,
                    command.problems().stream().map(FormProblem::message).toList());
        }
        Instant now = clock.instant();
        announcing.announceBeforeActOn(concern);
        Answer answer = command.by(officer.username(), today());
        words.addAnswer(id, answer, CauseCode.valueOf(command.cause()));
        findings.cite(id);
        if (concern.mode() == ConcernMode.COLLECTIVE) {
            published.add(id, answer);
        }
        concerns.answered(id, today());
        events.publishEvent(new ConcernAnswered(id, officer.username(), now));
        events.publishEvent(ConcernFact.ofOfficer("concern-answered", concern, officer.username(), now));
        log.info("concern answered concern={}", id);
    }

    /** The concern, for somebody who takes part in it; for everybody else it does not exist. */
    private Concern locked(ConcernId id, Actor actor) {
        Concern concern = concerns.lock(id)
                .filter(found -> rights.isFiler(found, actor) || rights.mayHandle(found, actor))
                .orElseThrow(ReadingConcerns::unknown);
        if (concerns.withdrawnOn(id).isPresent()) {
            throw Refused.conflict("Its filer withdrew this concern. Nothing is to be done about it any more.");
        }
        return concern;
    }

    private void requireHandler(Concern concern, Actor actor) {
        if (!rights.mayHandle(concern, actor)) {
            throw Refused.notAllowed("Nobody handles a concern of their own. The concern officers do.");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
