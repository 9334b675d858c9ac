package org.contractethics.concern.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.concern.internal.RoutingConcerns.Routed;
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
    private final Reporters reporters;
    private final ConcernRights rights;
    private final RoutingConcerns routing;
    private final Untold untold;
    private final Clock clock;

    CollectiveConcerns(
            ConcernStore concerns,
            Reporters reporters,
            ConcernRights rights,
            RoutingConcerns routing,
            Untold untold,
            Clock clock) {
        this.concerns = concerns;
        this.reporters = reporters;
        this.rights = rights;
        this.routing = routing;
        this.untold = untold;
        this.clock = clock;
    }

    /** Files it under this id; told to process, record and officers when its day is over, like every filing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void file(ConcernId id, @Nullable ContractId contract, ConcernTopic topic, String words, Actor author) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Routed routed = routing.route(topic, contract, ITS_AUTHOR, today);
        concerns.add(new Concern(
                id,
                contract,
                ConcernMode.COLLECTIVE,
                topic,
                words,
                List.of(),
                "",
                ConcernStatus.RECEIVED,
                today,
                routed.acknowledgeBy(),
                routed.answerBy(),
                null,
                null,
                null,
                routed.routing()));
        reporters.add(id, author.username(), Set.of());
        untold.add(id, 0, today);
    }

    public Optional<Concern> find(ConcernId id) {
        return concerns.find(id).filter(concern -> concern.mode() == ConcernMode.COLLECTIVE);
    }

    public Optional<Answer> answerTo(ConcernId id) {
        return concerns.answerTo(id);
    }

    public boolean isAuthor(ConcernId id, Actor actor) {
        return reporters.isFiler(id, actor.username());
    }

    public boolean mayHandle(ConcernId id, Actor actor) {
        return find(id).filter(concern -> rights.mayHandle(concern, actor)).isPresent();
    }

    /** Account names of those who handle it now; refused for the time being where the people directory does not answer. */
    public Set<String> handlers(ConcernId id) throws PeopleUnavailable {
        return find(id).map(rights::handlers).map(Set::copyOf).orElse(Set.of());
    }

    /** Whether it is about the process or about retaliation: those go to the ombuds, never to the panel complained of (table 2.9). */
    public boolean isForOmbuds(ConcernId id) {
        return find(id)
                .filter(concern ->
                        concern.topic() == ConcernTopic.REVIEW || concern.topic() == ConcernTopic.RETALIATION)
                .isPresent();
    }

    /** How far a contract is; null where there is none. */
    public @Nullable ContractPhase phaseOf(ContractId contract) {
        return routing.phaseOf(contract);
    }
}
