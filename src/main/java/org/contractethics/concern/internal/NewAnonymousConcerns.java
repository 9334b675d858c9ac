package org.contractethics.concern.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.contractethics.concern.internal.RoutingConcerns.Routed;
import org.contractethics.contract.PublishedAwards;
import org.contractethics.contract.PublishedAwards.Published;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an anonymous concern has to be before it is kept. A contract can be named only where anybody may know of it. */
@Component
class NewAnonymousConcerns {

    private static final int SINGLE_FILER = 1;

    private final ConcernStore concerns;
    private final PublishedAwards awards;
    private final RoutingConcerns routing;
    private final Clock clock;

    NewAnonymousConcerns(ConcernStore concerns, PublishedAwards awards, RoutingConcerns routing, Clock clock) {
        this.concerns = concerns;
        this.awards = awards;
        this.routing = routing;
        this.clock = clock;
    }

    /** Refuses what is not whole, what names another contract, and what was filed before under the number of its form. */
    Concern of(FileConcern command) {
        requireWhole(command);
        if (concerns.find(command.id()).isPresent()) {
            throw Refused.conflict("This form was sent already. Its code was shown then.");
        }
        return received(command.id(), published(command.contract()), ConcernTopic.valueOf(command.topic()));
    }

    /** A case about what happened to the filer of another concern, about the same contract. */
    Concern aboutRetaliation(ConcernId ownCase, Concern first) {
        return received(ownCase, first.contract(), ConcernTopic.RETALIATION);
    }

    private Concern received(ConcernId id, @Nullable ContractId contract, ConcernTopic topic) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Routed routed = routing.route(topic, contract, SINGLE_FILER, today);
        return new Concern(
                id,
                contract,
                ConcernMode.ANONYMOUS,
                topic,
                ConcernStatus.RECEIVED,
                today,
                routed.acknowledgeBy(),
                routed.answerBy(),
                null,
                null,
                null,
                routed.routing());
    }

    /** The form of people who are signed in has modes of its own; whoever is anonymous chooses none. */
    private static void requireWhole(FileConcern command) {
        List<FormProblem> problems = command.problems().stream()
                .filter(problem -> !problem.field().equals("mode"))
                .toList();
        boolean anonymous = command.mode().equals(ConcernMode.ANONYMOUS.name())
                && command.excluded().isEmpty();
        if (!problems.isEmpty() || !anonymous) {
            throw new Refused(
                    Refused.Kind.INVALID,
                    problems.isEmpty()
                            ? List.of("An anonymous concern names no mode and nobody.")
                            : problems.stream().map(FormProblem::message).toList());
        }
    }

    private @Nullable ContractId published(@Nullable ContractId named) {
        return named == null
                ? null
                : awards.find(named)
                        .map(Published::id)
                        .orElseThrow(() -> Refused.notFound("There is no such contract among the published ones."));
    }
}
