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

/** What a concern officer does with a concern after it was filed: acknowledges it, and answers with reasons. */
@Service
public class HandlingConcerns {

    private static final Logger log = LoggerFactory.getLogger(HandlingConcerns.class);

    private final ConcernStore concerns;
    private final SealedWords words;
    private final PublishedAnswers published;
    private final FindingsOfConcerns findings;
    private final ConcernRights rights;
    private final TakingPart takingPart;
    private final AnnouncingFilings announcing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandlingConcerns(
            ConcernStore concerns,
            SealedWords words,
            PublishedAnswers published,
            FindingsOfConcerns findings,
            ConcernRights rights,
            TakingPart takingPart,
            AnnouncingFilings announcing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.concerns = concerns;
        this.words = words;
        this.published = published;
        this.findings = findings;
        this.rights = rights;
        this.takingPart = takingPart;
        this.announcing = announcing;
        this.events = events;
        this.clock = clock;
    }

    /** Tells the filer that the concern arrived and is taken care of. */
    @Transactional
    public void acknowledge(ConcernId id, Actor officer) {
        Concern concern = takingPart.locked(id, officer);
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

    /** Closes the concern with reasons; without each part of them it stays open. */
    @Transactional
    public void answer(ConcernId id, AnswerConcern command, Actor officer) {
        Concern concern = takingPart.locked(id, officer);
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

    private void requireHandler(Concern concern, Actor actor) {
        if (!rights.mayHandle(concern, actor)) {
            throw Refused.notAllowed("Nobody handles a concern of their own. The concern officers do.");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
