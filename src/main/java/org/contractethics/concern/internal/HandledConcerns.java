package org.contractethics.concern.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contractethics.concern.internal.TellingHandlers.ConcernNews;
import org.contractethics.concern.internal.TellingHandlers.News;
import org.contractethics.concern.internal.vault.Opening;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A concern and who has a part in it, for the packages beside this one: measures, appeals, clocks, retention. Whoever has no part in
 * it meets the same 404 as for one that is not there.
 */
@Component
public class HandledConcerns {

    /** Stands among what is untold for the appeal of the filer; below it, by their numbers, answers to questions of reviewers. */
    public static final int APPEAL = Untold.APPEAL;

    /** Stands there for the filer's wish to meet. */
    public static final int MEETING = Untold.MEETING;

    private final ConcernStore concerns;
    private final ConcernRights rights;
    private final SealedParts parts;
    private final Untold untold;
    private final AnnouncingFilings announcing;
    private final ApplicationEventPublisher events;

    HandledConcerns(
            ConcernStore concerns,
            ConcernRights rights,
            SealedParts parts,
            Untold untold,
            AnnouncingFilings announcing,
            ApplicationEventPublisher events) {
        this.concerns = concerns;
        this.rights = rights;
        this.parts = parts;
        this.untold = untold;
        this.announcing = announcing;
        this.events = events;
    }

    /** Opens what was sealed for those who handle a concern and its filer. */
    @FunctionalInterface
    public interface Reader {

        /** Refuses and records bytes that are not what was sealed for this field. */
        String text(String field, byte[] sealed);
    }

    public Optional<Concern> find(ConcernId id) {
        return concerns.find(id);
    }

    /** Whether its filer took it back. */
    public boolean isWithdrawn(ConcernId id) {
        return concerns.withdrawnOn(id).isPresent();
    }

    /** A concern that is there; an id of none is a defect of the caller. */
    public Concern get(ConcernId id) {
        return concerns.get(id);
    }

    /** The concern, which nobody else moves until the transaction ends, for somebody who handles it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Concern lockForHandler(ConcernId id, Actor officer) {
        return concerns.lock(id)
                .filter(found -> rights.mayHandle(found, officer))
                .orElseThrow(ReadingConcerns::unknown);
    }

    /**
     * The same for somebody who handles it, or sits on the board committee and is not kept from it: a second person who learns of a
     * concern nothing but its id.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Concern lockForHandlerOrBoard(ConcernId id, Actor person) {
        return concerns.lock(id)
                .filter(found -> rights.mayHandle(found, person) || rights.mayRuleOnAppeal(found, person))
                .orElseThrow(ReadingConcerns::unknown);
    }

    /** Whether this person handles it, or sits on the board committee and is not kept from it. */
    public boolean handlesOrSitsOnBoard(ConcernId id, Actor person) {
        return concerns.find(id)
                .filter(found -> rights.mayHandle(found, person) || rights.mayRuleOnAppeal(found, person))
                .isPresent();
    }

    /** Records that nothing is left of the concern but its outcome. */
    public void recordPurge(Concern concern, String outcome, Instant now) {
        events.publishEvent(ConcernFact.purged(concern, outcome, now));
    }

    /** The same for the system, whoever has a part in it; empty where it was purged. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Concern> lockForSystem(ConcernId id) {
        return concerns.lock(id);
    }

    /** The same for whoever filed it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Concern lockForFiler(ConcernId id, Actor filer) {
        return concerns.lock(id).filter(found -> rights.isFiler(found, filer)).orElseThrow(ReadingConcerns::unknown);
    }

    /** The same for a reviewer of this contract, who may know of the concern and ask its filer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Concern lockForReviewer(ContractId contract, ConcernId id, Actor reviewer) {
        return concerns.lock(id)
                .filter(found -> rights.asksAsReviewer(contract, found, reviewer))
                .orElseThrow(ReadingConcerns::unknown);
    }

    /** What is sealed for reviewers of the contract, for one of them who may read it; that was asked before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Opening openingForReviewer(ConcernId id, Actor reviewer) {
        return parts.openingForReviewer(id, reviewer.username());
    }

    /** Refuses where nothing of the concern can be opened: concerns are sealed at the moment, or the key was destroyed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void demandOpening(Concern concern, Actor reviewer) {
        if (concern.mode().isForHandlersOnly()) {
            parts.demandReadable(concern.id());
        } else {
            var unused = openingForReviewer(concern.id(), reviewer);
        }
    }

    /** Whether nothing can be opened at the moment. */
    public boolean isSealed() {
        return parts.isSealed();
    }

    /** Whether this person must not learn that the concern exists. */
    public boolean isWithheld(Concern concern, String username) {
        return rights.keptFrom(List.of(concern)).isWithheld(concern, username);
    }

    public boolean isFiler(Concern concern, Actor actor) {
        return rights.isFiler(concern, actor);
    }

    public boolean mayHandle(Concern concern, Actor officer) {
        return rights.mayHandle(concern, officer);
    }

    /** Whether this person, who need not be here, may handle it now; fails where the people directory cannot tell. */
    public boolean isHandledBy(Concern concern, String username) {
        return rights.handlers(concern).contains(username)
                || rights.appealDeciders(concern).contains(username);
    }

    /** Account names from whom this concern is kept by name: excluded by its filer, or stepped back. */
    public Set<String> keptFromByName(Concern concern) {
        return rights.keptFrom(List.of(concern)).named().getOrDefault(concern.id(), Set.of());
    }

    /** Whether this person may rule on an appeal against the answer; only asked where they may handle the concern. */
    public boolean mayRuleOnAppeal(Concern concern, Actor actor) {
        return rights.mayRuleOnAppeal(concern, actor);
    }

    /** Seals for those who handle the concern and its filer. */
    public byte[] seal(ConcernId id, String field, String text) {
        return parts.seal(id, Part.HANDLING, field, text);
    }

    /** Whose key opens what its filer wrote: of an open concern the reviewers read it, too. */
    public Part partOfWords(Concern concern) {
        return SealedWords.partOf(concern.mode());
    }

    /** Seals for those who read what its filer wrote. */
    public byte[] sealForReaders(Concern concern, String field, String text) {
        return parts.seal(concern.id(), partOfWords(concern), field, text);
    }

    /** Seals for reviewers of the contract and those who handle the concern; of a mode whose filer has no part in that key, too. */
    @Transactional(propagation = Propagation.MANDATORY)
    public byte[] sealForReviewers(ConcernId id, String field, String text) {
        parts.beginForReviewers(id);
        return parts.seal(id, Part.REVIEW, field, text);
    }

    /** The same opened for somebody who handles the concern. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Opening openingOfReviewers(ConcernId id, Actor officer) {
        return parts.opening(id, Part.REVIEW, officer, false);
    }

    /** What is sealed for those who read what its filer wrote, for somebody who filed it or handles it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Opening openingOfWords(Concern concern, Actor viewer) {
        return parts.opening(concern.id(), partOfWords(concern), viewer, rights.isFiler(concern, viewer));
    }

    /** For somebody who filed it or handles it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Reader reader(Concern concern, Actor viewer) {
        return parts.opening(concern.id(), Part.HANDLING, viewer, rights.isFiler(concern, viewer))::text;
    }

    /** A text as everything typed into concerns is kept: without what cannot be seen. */
    public static String plain(String typed) {
        return PlainText.of(typed);
    }

    /** What a filer did becomes known when its day is over, or when somebody acts on the concern before. */
    public void tellWhenTheDayIsOver(ConcernId id, int act, LocalDate day) {
        untold.add(id, act, day);
    }

    /** Makes known first what the filer did, because somebody acts on the concern now. */
    public void announceBeforeActOn(Concern concern) {
        announcing.announceBeforeActOn(concern);
    }

    /** Records that something was done to the opaque id, by an officer. */
    public void recordAct(String kind, Concern concern, String officer, Instant now) {
        events.publishEvent(ConcernFact.ofOfficer(kind, concern, officer, now));
    }

    /** The same by a reviewer of the contract. */
    public void recordActOfReviewer(String kind, Concern concern, String reviewer, Instant now) {
        events.publishEvent(ConcernFact.ofReviewer(kind, concern, reviewer, now));
    }

    /** The same by the system, where nobody acts. */
    public void recordActOfSystem(String kind, Concern concern, Instant now) {
        events.publishEvent(ConcernFact.ofSystem(kind, concern, now));
    }

    /** Tells those who handle the concern that something was added to it, and nothing else. */
    public void tellHandlersOfMore(Concern concern) {
        events.publishEvent(new ConcernNews(concern.id(), News.ADDED));
    }

    /** Records that something sealed was shown to an officer, and on what that rested. */
    public void recordOpened(String kind, Concern concern, String officer, String ground, Instant now) {
        events.publishEvent(ConcernFact.opened(kind, concern, officer, ground, now));
    }

    public static Refused unknown() {
        return ReadingConcerns.unknown();
    }
}
