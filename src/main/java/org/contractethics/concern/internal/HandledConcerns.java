package org.contractethics.concern.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
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

    private final ConcernStore concerns;
    private final Reporters reporters;
    private final ConcernRights rights;
    private final AnnouncingFilings announcing;
    private final ApplicationEventPublisher events;

    HandledConcerns(
            ConcernStore concerns,
            Reporters reporters,
            ConcernRights rights,
            AnnouncingFilings announcing,
            ApplicationEventPublisher events) {
        this.concerns = concerns;
        this.reporters = reporters;
        this.rights = rights;
        this.announcing = announcing;
        this.events = events;
    }

    public Optional<Concern> find(ConcernId id) {
        return concerns.find(id);
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

    /** The same for whoever filed it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Concern lockForFiler(ConcernId id, Actor filer) {
        return concerns.lock(id).filter(found -> rights.isFiler(found, filer)).orElseThrow(ReadingConcerns::unknown);
    }

    public boolean isFiler(Concern concern, Actor actor) {
        return rights.isFiler(concern, actor);
    }

    public boolean mayHandle(Concern concern, Actor officer) {
        return rights.mayHandle(concern, officer);
    }

    /** Account names of all who may handle it now; fails where the people directory cannot tell. */
    public List<String> handlers(Concern concern) {
        return rights.handlers(concern);
    }

    /** Account name of who filed it; empty where nobody signed in to file it. */
    public Optional<String> filerOf(ConcernId id) {
        return Optional.ofNullable(reporters.filersOf(List.of(id)).get(id));
    }

    /** Makes known first what the filer did, because somebody acts on the concern now. */
    public void announceBeforeActOn(Concern concern) {
        announcing.announceBeforeActOn(concern);
    }

    /** Records that something was done to the opaque id, by an officer. */
    public void recordAct(String kind, Concern concern, String officer, Instant now) {
        events.publishEvent(ConcernFact.ofOfficer(kind, concern, officer, now));
    }

    public static Refused unknown() {
        return ReadingConcerns.unknown();
    }
}
