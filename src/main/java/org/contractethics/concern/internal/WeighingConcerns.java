package org.contractethics.concern.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.concern.internal.FindingsOfConcerns.Finding;
import org.contractethics.concern.internal.vault.Opening;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Concerns as those who review a contract may know of them: how many are open, and of open ones what they say. */
@Service
@Transactional(readOnly = true)
public class WeighingConcerns {

    private final ConcernStore concerns;
    private final ConcernRights rights;
    private final SealedWords words;
    private final FindingsOfConcerns findings;
    private final Entitling entitling;

    WeighingConcerns(
            ConcernStore concerns,
            ConcernRights rights,
            SealedWords words,
            FindingsOfConcerns findings,
            Entitling entitling) {
        this.concerns = concerns;
        this.rights = rights;
        this.words = words;
        this.findings = findings;
        this.entitling = entitling;
    }

    /**
     * What the reviewers of a contract weigh.
     *
     * @param open whether it waits for its answer
     * @param mayAsk whether the viewer may put a question to the filer, as far as a list can tell
     * @param notShown why there is no text; empty where there is
     * @param findings what was found on it, without the sources
     */
    public record Weighed(
            ConcernId id,
            boolean open,
            boolean mayAsk,
            String topic,
            String status,
            String notShown,
            String text,
            List<String> rights,
            String desiredOutcome,
            List<Finding> findings) {

        /** Whether the viewer reads what the filer wrote. */
        public boolean isReadable() {
            return notShown.isEmpty();
        }
    }

    /** What the viewer has to weigh when they review this contract; empty where that is not theirs to do. */
    @Transactional
    public List<Weighed> on(ContractId contract, Actor viewer) {
        if (!rights.weighsConcernsOn(contract, viewer)) {
            return List.of();
        }
        List<Concern> all = concerns.on(contract);
        KeptFrom kept = rights.keptFrom(all);
        return all.stream()
                .filter(concern -> !kept.isWithheld(concern, viewer.username()))
                .map(concern -> weighed(concern, mayAsk(concern, viewer, kept), viewer))
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
        if (rights.isPaidBy(contract, viewer.username())) {
            return "Account owners and their team are not told whether there are concerns about their contract.";
        }
        int open = openOn(contract, viewer);
        String number = open == 0 ? "No" : String.valueOf(open);
        String noun = open == 1 || open == 0 ? " open concern" : " open concerns";
        return number + noun + (viewer.has(Role.OMBUDS) ? " that you may know of." : ".");
    }

    private static boolean mayAsk(Concern concern, Actor viewer, KeptFrom kept) {
        return concern.mode() == ConcernMode.OPEN
                && concern.open()
                && !viewer.has(Role.OMBUDS)
                && !kept.filers().isOf(concern.id(), viewer.username());
    }

    private Weighed weighed(Concern concern, boolean mayAsk, Actor viewer) {
        Optional<Opening> opening = concern.mode() == ConcernMode.OPEN && !entitling.isSealed()
                ? Optional.of(entitling.forReviewer(concern.id(), viewer.username()))
                : Optional.empty();
        FiledWords readable =
                opening.flatMap(opened -> words.words(concern.id(), opened)).orElse(FiledWords.NONE);
        return new Weighed(
                concern.id(),
                concern.open(),
                mayAsk && opening.isPresent(),
                concern.topic().label(),
                concern.status().label(),
                notShown(concern.mode(), readable),
                readable.text(),
                readable.rights(),
                readable.desiredOutcome(),
                opening.map(opened -> findings.lastOf(concern.id(), opened)).orElse(List.of()));
    }

    private static String notShown(ConcernMode mode, FiledWords readable) {
        if (mode != ConcernMode.OPEN) {
            return mode.label() + ": only the ombuds reads its text.";
        }
        return readable.text().isEmpty() ? "Sealed at the moment: nobody can read its text." : "";
    }
}
