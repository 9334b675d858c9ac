package org.contractethics.concern.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.concern.internal.ChoosingContract.Chosen;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Concerns as their filer, their officers and the reviewers of a contract may read them. */
@Service
@Transactional(readOnly = true)
public class ReadingConcerns {

    private final ConcernStore concerns;
    private final Reporters reporters;
    private final ConcernRights rights;
    private final ChoosingContract contracts;
    private final PeopleDirectory people;
    private final Clock clock;

    ReadingConcerns(
            ConcernStore concerns,
            Reporters reporters,
            ConcernRights rights,
            ChoosingContract contracts,
            PeopleDirectory people,
            Clock clock) {
        this.concerns = concerns;
        this.reporters = reporters;
        this.rights = rights;
        this.contracts = contracts;
        this.people = people;
        this.clock = clock;
    }

    /**
     * A concern as one of those who take part in it sees it.
     *
     * @param contract null where the filer did not know it
     * @param handling whether the viewer handles it; otherwise they filed it
     * @param filer name of the filer, for those who handle it; null for the filer
     * @param answeredBy name of the officer who answered; null while nobody has
     */
    public record View(
            Concern concern,
            @Nullable Chosen contract,
            boolean handling,
            @Nullable String filer,
            List<Said> messages,
            @Nullable Answer answer,
            @Nullable String answeredBy,
            LocalDate today) {}

    /** @param by name of the officer; null for the filer */
    public record Said(@Nullable String by, String text, LocalDate sentOn) {}

    /** @param contract null where the filer did not know it */
    public record Line(Concern concern, @Nullable Chosen contract, String age, String due, boolean overdue) {}

    /** What the reviewers of a contract weigh; {@code text} is empty for confidential concerns. */
    public record Weighed(String topic, String status, String text, List<String> rights, String desiredOutcome) {}

    /** Refuses with the same 404 what is not there and what the viewer has no part in. */
    public View view(ConcernId id, Actor viewer) {
        Concern concern = concerns.find(id).orElseThrow(ReadingConcerns::unknown);
        boolean filed = rights.isFiler(concern, viewer);
        if (!filed && !rights.mayHandle(concern, viewer)) {
            throw unknown();
        }
        List<Said> messages = concerns.messages(id).stream().map(this::said).toList();
        Answer answer = concerns.answerTo(id).orElse(null);
        return new View(
                concern,
                contractOf(concern, viewer).orElse(null),
                !filed,
                filed ? null : people.displayName(reporters.filerOf(id)),
                messages,
                answer,
                answer == null ? null : people.displayName(answer.officer()),
                today());
    }

    /** Refuses with 404 whoever did not file it. */
    public Concern filed(ConcernId id, Actor filer) {
        return concerns.find(id).filter(found -> rights.isFiler(found, filer)).orElseThrow(ReadingConcerns::unknown);
    }

    /** What the viewer filed. */
    public List<Line> filedBy(Actor viewer) {
        return concerns.filedBy(viewer.username()).stream()
                .map(concern -> line(concern, viewer))
                .toList();
    }

    /** What the viewer has to handle or handled. */
    public List<Line> handledBy(Actor viewer) {
        if (!viewer.hasAny(Role.OMBUDS, Role.BOARD_COMMITTEE)) {
            return List.of();
        }
        List<Concern> all = concerns.all();
        KeptFrom kept = rights.keptFrom(all);
        return all.stream()
                .filter(concern -> rights.mayHandle(concern, viewer, kept))
                .map(concern -> line(concern, viewer))
                .toList();
    }

    /** What the viewer has to weigh when they review this contract; empty where that is not theirs to do. */
    public List<Weighed> weighedOn(ContractId contract, Actor viewer) {
        if (!rights.weighsConcernsOn(contract, viewer)) {
            return List.of();
        }
        List<Concern> all = concerns.on(contract);
        KeptFrom kept = rights.keptFrom(all);
        return all.stream()
                .filter(concern -> !kept.isWithheld(concern, viewer.username()))
                .map(ReadingConcerns::weighed)
                .toList();
    }

    /** Open concerns on the contract as far as the viewer may know of them. */
    public int openOn(ContractId contract, Actor viewer) {
        return openOn(List.of(contract), viewer).getOrDefault(contract, 0);
    }

    /** The same for many contracts; those without are left out. */
    Map<ContractId, Integer> openOn(Collection<ContractId> contracts, Actor viewer) {
        if (contracts.isEmpty()) {
            return Map.of();
        }
        List<Concern> open = concerns.openOn(contracts);
        KeptFrom kept = rights.keptFrom(open);
        return open.stream()
                .filter(concern -> !kept.isWithheld(concern, viewer.username()))
                .flatMap(concern -> Stream.ofNullable(concern.contract()))
                .collect(Collectors.toMap(contract -> contract, contract -> 1, Integer::sum));
    }

    /** The open concerns on the contract that the viewer may know of, by their ids. */
    List<Concern> knownOpenOn(ContractId contract, Actor viewer) {
        List<Concern> open = concerns.openOn(List.of(contract));
        KeptFrom kept = rights.keptFrom(open);
        return open.stream()
                .filter(concern -> !kept.isWithheld(concern, viewer.username()))
                .sorted(Comparator.comparing(concern -> concern.id().value()))
                .toList();
    }

    /** How many concerns are open, in words that are true for this viewer and tell them of none that is kept from them. */
    public String openInWords(ContractId contract, Actor viewer) {
        if (rights.isOwner(contract, viewer.username())) {
            return "Account owners are not told whether there are concerns about their contract.";
        }
        int open = openOn(contract, viewer);
        String number = open == 0 ? "No" : String.valueOf(open);
        String noun = open == 1 || open == 0 ? " open concern" : " open concerns";
        return number + noun + (viewer.has(Role.OMBUDS) ? " that you may know of." : ".");
    }

    static Refused unknown() {
        return Refused.notFound("There is no such concern among those you filed or handle.");
    }

    private static Weighed weighed(Concern concern) {
        boolean open = concern.mode() == ConcernMode.OPEN;
        return new Weighed(
                concern.topic().label(),
                concern.status().label(),
                open ? concern.text() : "",
                open ? concern.rights() : List.of(),
                open ? concern.desiredOutcome() : "");
    }

    private Line line(Concern concern, Actor viewer) {
        LocalDate today = today();
        return new Line(
                concern,
                contractOf(concern, viewer).orElse(null),
                concern.age(today),
                concern.dueInWords(today),
                concern.overdue(today));
    }

    private Said said(Message message) {
        String officer = message.officer();
        return new Said(officer == null ? null : people.displayName(officer), message.text(), message.sentOn());
    }

    private Optional<Chosen> contractOf(Concern concern, Actor viewer) {
        return Optional.ofNullable(concern.contract()).flatMap(id -> contracts.find(id, viewer));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
