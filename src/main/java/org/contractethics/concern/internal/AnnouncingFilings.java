package org.contractethics.concern.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.contractethics.concern.Concerns.ConcernAppealed;
import org.contractethics.concern.Concerns.ConcernFiled;
import org.contractethics.concern.Concerns.ConcernWithdrawn;
import org.contractethics.concern.internal.TellingHandlers.ConcernNews;
import org.contractethics.concern.internal.TellingHandlers.News;
import org.contractethics.concern.internal.Untold.Act;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the process, the record and the officers what a filer did, but never in the moment it was done: each of them keeps an exact
 * time, or a place in an order of things that do, and with the time of a session that would point to the filer.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AnnouncingFilings {

    private final ConcernStore concerns;
    private final Untold untold;
    private final ProofsOfFiling proofs;
    private final ApplicationEventPublisher events;

    AnnouncingFilings(ConcernStore concerns, Untold untold, ProofsOfFiling proofs, ApplicationEventPublisher events) {
        this.concerns = concerns;
        this.untold = untold;
        this.proofs = proofs;
        this.events = events;
    }

    /** Everything of days that are over: nobody can tell any more when on its day it happened. */
    void announceBefore(LocalDate today) {
        untold.before(today).forEach(id -> concerns.lock(id)
                .ifPresent(concern -> untold.take(id, today).forEach(act -> {
                    announce(concern, act);
                    newsOf(act).ifPresent(news -> events.publishEvent(new ConcernNews(id, news)));
                })));
    }

    /** Everything of this concern, because an officer acts on it now; the officers need no notice of what one of them has read. */
    void announceBeforeActOn(Concern concern) {
        untold.take(concern.id(), LocalDate.MAX).forEach(act -> announce(concern, act));
    }

    /** Empty where those who handle it have nothing to do: they read a letter as everybody does. */
    private static Optional<News> newsOf(Act act) {
        if (isOfLetter(act)) {
            return Optional.empty();
        }
        if (act.isAppeal()) {
            return Optional.of(News.APPEALED);
        }
        if (act.isWithdrawal()) {
            return Optional.of(News.WITHDRAWN);
        }
        return Optional.of(act.isFiling() ? News.ARRIVED : News.ADDED);
    }

    private static boolean isOfLetter(Act act) {
        return act.isLetterClosed() || act.letterVersion().isPresent();
    }

    private static ConcernFact ofLetter(Concern letter, Act act) {
        OptionalInt version = act.letterVersion();
        return version.isPresent()
                ? ConcernFact.letterRewritten(letter, version.getAsInt(), act.day())
                : ConcernFact.letterClosed(letter, act.day());
    }

    private void announce(Concern concern, Act act) {
        if (act.isFiling()) {
            events.publishEvent(new ConcernFiled(concern.id(), concern.contract(), ConcernFact.dayOf(act.day())));
            events.publishEvent(ConcernFact.filed(concern, proofs.commitment(concern.id())));
        } else if (act.isAppeal()) {
            events.publishEvent(new ConcernAppealed(concern.id(), concern.contract(), ConcernFact.dayOf(act.day())));
            events.publishEvent(ConcernFact.appealed(concern, act.day()));
        } else if (isOfLetter(act)) {
            events.publishEvent(ofLetter(concern, act));
        } else if (act.isMeeting()) {
            events.publishEvent(ConcernFact.meetingAsked(concern, act.day()));
        } else if (act.isWithdrawal()) {
            events.publishEvent(new ConcernWithdrawn(concern.id()));
            events.publishEvent(ConcernFact.withdrawn(concern, act.day()));
        } else {
            events.publishEvent(ConcernFact.messageOfFiler(concern, act.day()));
            // of any other concern reviewers hear nothing before something is released
            if (concern.mode() == ConcernMode.OPEN) {
                act.question().ifPresent(question -> events.publishEvent(new QuestionNews(concern.id(), question)));
            }
        }
    }
}
