package org.contractethics.concern.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.concern.internal.RoutingConcerns.Routed;
import org.contractethics.concern.internal.anonymous.Secret;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMatter;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files a concern. Writes no log line and publishes no event: their time would be finer than a day. */
@Service
public class FilingConcerns {

    private static final int SINGLE_FILER = 1;

    private final ConcernStore concerns;
    private final Reporters reporters;
    private final ChoosingContract contracts;
    private final Matters matters;
    private final RoutingConcerns routing;
    private final CheckingFilings checking;
    private final KeepingConcerns keeping;
    private final FilesOfConcerns files;
    private final Untold untold;
    private final Clock clock;

    FilingConcerns(
            ConcernStore concerns,
            Reporters reporters,
            ChoosingContract contracts,
            Matters matters,
            RoutingConcerns routing,
            CheckingFilings checking,
            KeepingConcerns keeping,
            FilesOfConcerns files,
            Untold untold,
            Clock clock) {
        this.concerns = concerns;
        this.reporters = reporters;
        this.contracts = contracts;
        this.matters = matters;
        this.routing = routing;
        this.checking = checking;
        this.keeping = keeping;
        this.files = files;
        this.untold = untold;
        this.clock = clock;
    }

    /** Who handles concerns at the moment; a filer may exclude some of them. */
    public List<Person> officers() {
        return checking.officers();
    }

    /** What has to be put right before it can be filed. */
    public List<FormProblem> problems(FileConcern command, Actor filer) {
        return checking.problems(command, filer);
    }

    /** The id under which a program files what it sends with this key of the filer's making: always the same. */
    public ConcernId idFor(String key, Actor filer) {
        return reporters.filedUnder(key, filer.username());
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
        List<FormProblem> problems = problems(command, filer);
        if (!problems.isEmpty()) {
            throw new Refused(
                    Refused.Kind.INVALID,
                    problems.stream().map(FormProblem::message).toList());
        }
        if (!isRepeated(command, filer)) {
            Concern concern = concern(command, filer);
            keeping.keep(concern, checking.words(command), command.excluded(), filer.username());
            sent.ifPresent(draft -> files.keep(concern.id(), 0, draft, concern.filedOn()));
            untold.add(concern.id(), 0, concern.filedOn());
        }
    }

    /** The agency of a concern, for another of the same filer; empty where it is about none, or they may not know of it any more. */
    public String agencyOf(Concern first, Actor filer) {
        return Optional.ofNullable(first.agency())
                .flatMap(agency -> contracts.agencyForFiling(agency, filer))
                .orElse("");
    }

    /** The same of what else it is about, as it is sent. */
    public String matterOf(Concern first, Actor filer) {
        return Optional.ofNullable(first.matter())
                .map(ConcernMatter::typed)
                .filter(typed -> matters.find(typed, filer).isPresent())
                .orElse("");
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
        String agency = contracts.agencyForFiling(command.agency(), filer).orElse(null);
        ConcernMatter matter = matters.find(command.matter(), filer).orElse(null);
        ConcernTopic topic = ConcernTopic.valueOf(command.topic());
        Routed routed = routing.route(topic, contract, agency, matter, SINGLE_FILER, today);
        return new Concern(
                command.id(),
                contract,
                agency,
                matter,
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
