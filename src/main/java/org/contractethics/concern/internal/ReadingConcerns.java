package org.contractethics.concern.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.concern.internal.ChoosingContract.Chosen;
import org.contractethics.concern.internal.vault.Opening;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Concerns as their filer and their officers may read them. What opens a text writes, because whoever reads for the first time gets
 * their own wrap of its key.
 */
@Service
@Transactional(readOnly = true)
public class ReadingConcerns {

    private final ConcernStore concerns;
    private final ConcernRights rights;
    private final SealedWords words;
    private final FilesOfConcerns files;
    private final Entitling entitling;
    private final ChoosingContract contracts;
    private final CataloguedRights catalogue;
    private final PeopleDirectory people;
    private final Clock clock;

    ReadingConcerns(
            ConcernStore concerns,
            ConcernRights rights,
            SealedWords words,
            FilesOfConcerns files,
            Entitling entitling,
            ChoosingContract contracts,
            CataloguedRights catalogue,
            PeopleDirectory people,
            Clock clock) {
        this.concerns = concerns;
        this.rights = rights;
        this.words = words;
        this.files = files;
        this.entitling = entitling;
        this.contracts = contracts;
        this.catalogue = catalogue;
        this.people = people;
        this.clock = clock;
    }

    /**
     * A concern as one of those who take part in it sees it.
     *
     * @param contract null where the filer did not know it
     * @param withdrawnOn the day on which its filer took it back, with nothing left to read; else null
     * @param words what the filer wrote
     * @param files what came with it: each message says which are its own; for those who handle it without the filer's names of them
     * @param handling whether the viewer handles it; otherwise they filed it
     * @param filer name of the filer, for those who handle it; null for the filer, where nobody knows it, and where it is sealed apart
     * @param cause what it came from, for those who handle it; null while nobody has answered
     * @param answeredBy name of the officer who answered; null while nobody has
     * @param handledBy who handles it now, in words for the filer; empty where the people directory cannot tell
     * @param recusals officers who stepped back, by their names, for those who handle it
     */
    public record View(
            Concern concern,
            @Nullable LocalDate withdrawnOn,
            FiledWords words,
            @Nullable Chosen contract,
            boolean handling,
            @Nullable String filer,
            List<Said> messages,
            List<FileOfConcern> files,
            @Nullable Answer answer,
            @Nullable CauseCode cause,
            @Nullable String answeredBy,
            String handledBy,
            List<Recusal> recusals,
            LocalDate today) {

        /** Those that came with one message; 0 for the filing. */
        public List<FileOfConcern> filesOf(int message) {
            return files.stream().filter(file -> file.message() == message).toList();
        }
    }

    /** @param by name of the officer; null for the filer */
    public record Said(int number, @Nullable String by, String text, LocalDate sentOn) {}

    /** Refuses with the same 404 what is not there and what the viewer has no part in. */
    @Transactional
    public View view(ConcernId id, Actor viewer) {
        Concern concern = concerns.find(id).orElseThrow(ReadingConcerns::unknown);
        boolean filed = rights.isFiler(concern, viewer);
        if (!filed && !rights.mayHandle(concern, viewer)) {
            throw unknown();
        }
        LocalDate withdrawn = concerns.withdrawnOn(id).orElse(null);
        return withdrawn == null
                ? whole(concern, viewer, filed)
                : new View(
                        concern,
                        withdrawn,
                        FiledWords.NONE,
                        contractOf(concern, viewer).orElse(null),
                        !filed,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        "",
                        List.of(),
                        today());
    }

    /** Nobody else moves it until the transaction ends; refused like {@link #view} for whoever has no part in it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(ConcernId id, Actor actor) {
        if (concerns.lock(id)
                .filter(found -> rights.isFiler(found, actor) || rights.mayHandle(found, actor))
                .isEmpty()) {
            throw unknown();
        }
    }

    /** The copy of a file, for those who handle the concern and for its filer. */
    @Transactional
    public Download copy(ConcernId id, int number, Actor viewer) {
        View view = view(id, viewer);
        return view.files().stream()
                .filter(file -> file.number() == number)
                .findFirst()
                .flatMap(file -> files.copy(id, number, opening(id, Part.HANDLING, viewer, !view.handling()))
                        .map(bytes -> new Download(file.savedAs(), bytes)))
                .orElseThrow(() -> Refused.notFound("There is no copy of such a file."));
    }

    private View whole(Concern concern, Actor viewer, boolean filed) {
        ConcernId id = concern.id();
        Opening opening = opening(id, Part.HANDLING, viewer, filed);
        Part part = SealedWords.partOf(concern.mode());
        Opening ofWords = part.equals(Part.HANDLING) ? opening : opening(id, part, viewer, filed);
        Answer answer = words.answerTo(id, opening).orElse(null);
        return new View(
                concern,
                null,
                words.words(id, ofWords).map(this::withNamesOfRights).orElse(FiledWords.NONE),
                contractOf(concern, viewer).orElse(null),
                !filed,
                filed ? null : nameFor(concern, opening),
                words.messages(id, opening).stream().map(this::said).toList(),
                files(id, opening, filed),
                answer,
                filed ? null : words.causeOf(id).orElse(null),
                answer == null ? null : people.displayName(answer.officer()),
                handledBy(concern),
                filed ? List.of() : recusals(id, opening),
                today());
    }

    private List<FileOfConcern> files(ConcernId id, Opening opening, boolean filed) {
        List<FileOfConcern> all = files.all(id, opening);
        return filed ? all : all.stream().map(FileOfConcern::forHandlers).toList();
    }

    private FiledWords withNamesOfRights(FiledWords filed) {
        return filed.withRights(catalogue.inWords(filed.rights()));
    }

    /** That of a confidential filer is shown by an opening only, also where an earlier version sealed it for those who handle it. */
    private @Nullable String nameFor(Concern concern, Opening opening) {
        return concern.mode() == ConcernMode.CONFIDENTIAL
                ? null
                : words.name(concern.id(), Part.HANDLING, opening)
                        .map(people::displayName)
                        .orElse(null);
    }

    private List<Recusal> recusals(ConcernId id, Opening opening) {
        return words.recusals(id, opening).stream()
                .map(recusal ->
                        new Recusal(people.displayName(recusal.officer()), recusal.recusedOn(), recusal.reason()))
                .toList();
    }

    private Opening opening(ConcernId id, Part part, Actor viewer, boolean filed) {
        return filed
                ? entitling.forFiler(id, part, viewer.username())
                : entitling.forOfficer(id, part, viewer.username());
    }

    private String handledBy(Concern concern) {
        try {
            return rights.handler(concern).words();
        } catch (PeopleUnavailable unknown) {
            return "";
        }
    }

    /** Whether the viewer may handle any concern at all. */
    public boolean isHandler(Actor viewer) {
        return rights.isHandler(viewer);
    }

    /** Refuses with 404 whoever did not file it. */
    public Concern filed(ConcernId id, Actor filer) {
        return concerns.find(id).filter(found -> rights.isFiler(found, filer)).orElseThrow(ReadingConcerns::unknown);
    }

    /** Whether concerns can be filed but not read at the moment. */
    public boolean isSealed() {
        return entitling.isSealed();
    }

    static Refused unknown() {
        return Vault.unknown();
    }

    private Said said(Message message) {
        String officer = message.officer();
        return new Said(
                message.number(),
                officer == null ? null : people.displayName(officer),
                message.text(),
                message.sentOn());
    }

    private Optional<Chosen> contractOf(Concern concern, Actor viewer) {
        return Optional.ofNullable(concern.contract()).flatMap(id -> contracts.find(id, viewer));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
