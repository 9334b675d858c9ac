package org.contractethics.concern.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.contractethics.concern.internal.RoutingConcerns.Routed;
import org.contractethics.contract.PublishedAwards;
import org.contractethics.contract.PublishedAwards.Published;
import org.contractethics.contract.RegisteredAgencies;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMatter;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an anonymous concern has to be before it is kept. A contract or an agency can be named only where anybody may know of it. */
@Component
class NewAnonymousConcerns {

    private static final int SINGLE_FILER = 1;

    private final ConcernStore concerns;
    private final PublishedAwards awards;
    private final RegisteredAgencies agencies;
    private final CheckingFilings checking;
    private final Matters matters;
    private final RoutingConcerns routing;
    private final Clock clock;

    NewAnonymousConcerns(
            ConcernStore concerns,
            PublishedAwards awards,
            RegisteredAgencies agencies,
            CheckingFilings checking,
            Matters matters,
            RoutingConcerns routing,
            Clock clock) {
        this.concerns = concerns;
        this.awards = awards;
        this.agencies = agencies;
        this.checking = checking;
        this.matters = matters;
        this.routing = routing;
        this.clock = clock;
    }

    /** Refuses what is not whole, what names another contract, and what was filed before under the number of its form. */
    Concern of(FileConcern command) {
        requireWhole(command);
        if (concerns.find(command.id()).isPresent()) {
            throw Refused.conflict("This form was sent already. Its code was shown then.");
        }
        return received(
                command.id(),
                published(command.contract()),
                published(command.agency()),
                named(command.matter()),
                ConcernTopic.valueOf(command.topic()));
    }

    FiledWords words(FileConcern command) {
        return checking.words(command);
    }

    /** A case about what happened to the filer of another concern, about the same contract or agency. */
    Concern aboutRetaliation(ConcernId ownCase, Concern first) {
        return received(ownCase, first.contract(), first.agency(), first.matter(), ConcernTopic.RETALIATION);
    }

    private Concern received(
            ConcernId id,
            @Nullable ContractId contract,
            @Nullable String agency,
            @Nullable ConcernMatter matter,
            ConcernTopic topic) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Routed routed = routing.route(topic, contract, agency, matter, SINGLE_FILER, today);
        return new Concern(
                id,
                contract,
                agency,
                matter,
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
    private void requireWhole(FileConcern command) {
        List<FormProblem> problems = Stream.concat(
                        command.problems().stream(), checking.problemsOfRights(command).stream())
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

    private @Nullable ConcernMatter named(String matter) {
        return matter.isEmpty()
                ? null
                : matters.findForAnybody(matter)
                        .orElseThrow(() -> Refused.notFound(
                                "There is no such capability, version of the rules or part of the process."));
    }

    private @Nullable String published(String agency) {
        return agency.isEmpty()
                ? null
                : agencies.published(agency)
                        .orElseThrow(() -> Refused.notFound("No published contract has such an agency."));
    }
}
