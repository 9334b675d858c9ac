package org.contractethics.concern.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.concern.internal.RoutingConcerns.Routed;
import org.contractethics.concern.internal.anonymous.Secret;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files a concern. Writes no log line and publishes no event: their time would be finer than a day. */
@Service
public class FilingConcerns {

    private static final int SINGLE_FILER = 1;

    private final ConcernStore concerns;
    private final Reporters reporters;
    private final ChoosingContract contracts;
    private final RoutingConcerns routing;
    private final PeopleDirectory people;
    private final KeepingConcerns keeping;
    private final FilesOfConcerns files;
    private final Untold untold;
    private final Clock clock;

    FilingConcerns(
            ConcernStore concerns,
            Reporters reporters,
            ChoosingContract contracts,
            RoutingConcerns routing,
            PeopleDirectory people,
            KeepingConcerns keeping,
            FilesOfConcerns files,
            Untold untold,
            Clock clock) {
        this.concerns = concerns;
        this.reporters = reporters;
        this.contracts = contracts;
        this.routing = routing;
        this.people = people;
        this.keeping = keeping;
        this.files = files;
        this.untold = untold;
        this.clock = clock;
    }

    /** Who handles concerns at the moment; a filer may exclude some of them. */
    public List<Person> officers() {
        return people.withRole(Role.OMBUDS);
    }

    /** What has to be put right before it can be filed. The people directory is asked only where somebody is excluded. */
    public List<FormProblem> problems(FileConcern command) {
        var problems = new ArrayList<>(command.problems());
        if (!command.excluded().isEmpty() && !allKnown(command.excluded())) {
            problems.add(new FormProblem(
                    "excluded",
                    "Tick only people of this list, and name only people who have an account here. Somebody you ticked or"
                            + " named has none any more."));
        }
        return List.copyOf(problems);
    }

    /** The same without files. */
    @Transactional
    public void file(FileConcern command, Actor filer) {
        file(command, Optional.empty(), filer);
    }

    /**
     * Files it once, however often it is sent.
     *
     * @param sent secret of the files that were shown to the filer before
     */
    @Transactional
    public void file(FileConcern command, Optional<Secret> sent, Actor filer) {
        if (!ConcernRights.mayFile(filer)) {
            throw Refused.notAllowed("Only employees and registered external filers can file a concern here.");
        }
        List<FormProblem> problems = problems(command);
        if (!problems.isEmpty()) {
            throw new Refused(
                    Refused.Kind.INVALID,
                    problems.stream().map(FormProblem::message).toList());
        }
        if (!isRepeated(command, filer)) {
            Concern concern = concern(command, filer);
            keeping.keep(concern, command.words(), command.excluded(), filer.username());
            sent.ifPresent(draft -> files.keep(concern.id(), 0, draft, concern.filedOn()));
            untold.add(concern.id(), 0, concern.filedOn());
        }
    }

    private boolean allKnown(Set<String> excluded) {
        Set<String> officers = usernames(officers());
        return excluded.stream()
                .allMatch(username -> officers.contains(username)
                        || (!username.isBlank() && people.find(username).isPresent()));
    }

    private static Set<String> usernames(List<Person> people) {
        return people.stream().map(Person::username).collect(Collectors.toSet());
    }

    private boolean isRepeated(FileConcern command, Actor filer) {
        Optional<Concern> known = concerns.find(command.id());
        if (known.isPresent() && !reporters.isFiler(command.id(), filer.username())) {
            throw Refused.conflict(
                    "The concern could not be filed under the number of this form. It has a new one now: check it and send it again.");
        }
        return known.isPresent();
    }

    private Concern concern(FileConcern command, Actor filer) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        ContractId named = command.contract();
        ContractId contract =
                named == null ? null : contracts.forFiling(named, filer).id();
        ConcernTopic topic = ConcernTopic.valueOf(command.topic());
        Routed routed = routing.route(topic, contract, SINGLE_FILER, today);
        return new Concern(
                command.id(),
                contract,
                ConcernMode.valueOf(command.mode()),
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
}
