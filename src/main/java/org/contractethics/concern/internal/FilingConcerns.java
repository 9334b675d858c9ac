package org.contractethics.concern.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.concern.internal.RoutingConcerns.Routed;
import org.contractethics.concern.internal.anonymous.Secret;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMatter;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
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

    /**
     * A case of its own about what happened to the filer of a concern, in the transaction of the caller, who holds that one and knows that
     * it is theirs. Everything but the account comes from the first one: whoever was kept from it may have no account any more, and its
     * filer may know nothing of its contract any more.
     *
     * @param keptFrom account names of those from whom the first one is kept
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void fileRetaliation(ConcernId ownCase, Concern first, Set<String> keptFrom, String account, Actor filer) {
        Concern concern = received(
                ownCase,
                first.contract(),
                first.agency(),
                first.matter(),
                ConcernMode.CONFIDENTIAL,
                ConcernTopic.RETALIATION);
        keeping.keep(concern, new FiledWords(PlainText.of(account), List.of(), ""), keptFrom, filer.username());
        untold.add(concern.id(), 0, concern.filedOn());
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
        ContractId named = command.contract();
        return received(
                command.id(),
                named == null ? null : contracts.forFiling(named, filer).id(),
                contracts.agencyForFiling(command.agency(), filer).orElse(null),
                matters.find(command.matter(), filer).orElse(null),
                ConcernMode.valueOf(command.mode()),
                ConcernTopic.valueOf(command.topic()));
    }

    private Concern received(
            ConcernId id,
            @Nullable ContractId contract,
            @Nullable String agency,
            @Nullable ConcernMatter matter,
            ConcernMode mode,
            ConcernTopic topic) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Routed routed = routing.route(topic, contract, agency, matter, SINGLE_FILER, today);
        return new Concern(
                id,
                contract,
                agency,
                matter,
                mode,
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
