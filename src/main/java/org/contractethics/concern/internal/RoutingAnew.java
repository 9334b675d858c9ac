package org.contractethics.concern.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.contractethics.concern.Concerns.ConcernRoutedAnew;
import org.contractethics.concern.internal.RoutingConcerns.Routed;
import org.contractethics.shared.ConcernId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the table of routing again when more people have signed a letter, or the contract was signed since. What it says of a letter is
 * kept as at the filing; nothing becomes slower by it, because the filer was told the days.
 */
@Service
public class RoutingAnew {

    private static final int SINGLE_FILER = 1;

    private final ConcernStore concerns;
    private final RoutingConcerns routing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RoutingAnew(ConcernStore concerns, RoutingConcerns routing, ApplicationEventPublisher events, Clock clock) {
        this.concerns = concerns;
        this.routing = routing;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void signedBy(ConcernId letter, int signatories) {
        concerns.lock(letter)
                .filter(concern -> concern.mode() == ConcernMode.COLLECTIVE && concern.open())
                .ifPresent(concern -> route(concern, signatories));
    }

    /** What the table asks of the contract as it is now; nothing is kept of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Routing asItIsNow(Concern concern) {
        return routing.route(concern.topic(), concern.contract(), null, null, SINGLE_FILER, concern.filedOn())
                .routing();
    }

    private void route(Concern concern, int signatories) {
        Routing before = concern.routing();
        Routed said = routing.route(concern.topic(), concern.contract(), null, null, signatories, concern.filedOn());
        if (before == null || said.routing().rule().equals(before.rule())) {
            return;
        }
        LocalDate acknowledgeBy = RoutingConcerns.earlier(said.acknowledgeBy(), concern.acknowledgeBy());
        LocalDate answerBy = RoutingConcerns.earlier(said.answerBy(), concern.answerBy());
        concerns.routed(concern.id(), new Routed(said.routing().notSlowerThan(before), acknowledgeBy, answerBy));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        events.publishEvent(ConcernFact.routedAnew(concern, said.routing(), today));
        if (acknowledgeBy.isBefore(concern.acknowledgeBy()) || answerBy.isBefore(concern.answerBy())) {
            events.publishEvent(new ConcernRoutedAnew(concern.id()));
        }
    }
}
