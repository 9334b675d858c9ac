package org.contractethics.concern.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contractethics.concern.internal.RoutingConcerns.Routed;
import org.contractethics.concern.internal.vault.Opening;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.policy.ConcernRouting.ContractPhase;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The concern that a collective letter is: filed like every other, handled and answered like every other. */
@Service
public class CollectiveConcerns {

    private static final int ITS_AUTHOR = 1;

    private final ConcernStore concerns;
    private final KeepingConcerns keeping;
    private final PublishedAnswers answers;
    private final ConcernRights rights;
    private final RoutingConcerns routing;
    private final Entitling entitling;
    private final Untold untold;
    private final Clock clock;

    CollectiveConcerns(
            ConcernStore concerns,
            KeepingConcerns keeping,
            PublishedAnswers answers,
            ConcernRights rights,
            RoutingConcerns routing,
            Entitling entitling,
            Untold untold,
            Clock clock) {
        this.concerns = concerns;
        this.keeping = keeping;
        this.answers = answers;
        this.rights = rights;
        this.routing = routing;
        this.entitling = entitling;
        this.untold = untold;
        this.clock = clock;
    }

    /** Files it under this id; told to process, record and officers when its day is over, like every filing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void file(ConcernId id, @Nullable ContractId contract, ConcernTopic topic, String words, Actor author) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Routed routed = routing.route(topic, contract, null, null, ITS_AUTHOR, today);
        Concern concern = new Concern(
                id,
                contract,
                null,
                null,
                ConcernMode.COLLECTIVE,
                topic,
                ConcernStatus.RECEIVED,
                today,
                routed.acknowledgeBy(),
                routed.answerBy(),
                null,
                null,
                null,
                routed.routing());
        keeping.keep(concern, new FiledWords(words, List.of(), ""), Set.of(), author.username());
        untold.add(id, 0, today);
    }

    /** Told when its day is over as well: the author acts like every filer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rewritten(ConcernId id, int version, LocalDate today) {
        untold.addVersionOfLetter(id, version, today);
    }

    /** The same of a letter that its author closed for signing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void closed(ConcernId id, LocalDate today) {
        untold.add(id, Untold.LETTER_CLOSED, today);
    }

    public Optional<Concern> find(ConcernId id) {
        return concerns.find(id).filter(concern -> concern.mode() == ConcernMode.COLLECTIVE);
    }

    /** The answer that every employee reads. */
    public Optional<Answer> answerTo(ConcernId id) {
        return answers.answerTo(id);
    }

    public boolean isAuthor(ConcernId id, Actor actor) {
        return find(id).filter(concern -> rights.isFiler(concern, actor)).isPresent();
    }

    public boolean mayHandle(ConcernId id, Actor actor) {
        return find(id).filter(concern -> rights.mayHandle(concern, actor)).isPresent();
    }

    /** What is sealed for those who handle it, for one of them; whether they do is asked before. */
    @Transactional
    public Opening openingFor(ConcernId id, Actor officer) {
        return entitling.forOfficer(id, Part.HANDLING, officer.username());
    }

    /** Whether it is about the process or about retaliation: those go to the ombuds, never to the panel complained of (table 2.9). */
    public boolean isForOmbuds(ConcernId id) {
        return find(id).filter(concern ->
                        concern.topic() == ConcernTopic.REVIEW || concern.topic() == ConcernTopic.RETALIATION)
                .isPresent();
    }

    /** How far a contract is; null where there is none. */
    public @Nullable ContractPhase phaseOf(ContractId contract) {
        return routing.phaseOf(contract);
    }
}
