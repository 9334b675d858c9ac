package org.contractethics.concern.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.concern.internal.ConcernStore.OpenOn;
import org.contractethics.concern.internal.FindingsOfConcerns.Finding;
import org.contractethics.concern.internal.vault.Opening;
import org.contractethics.contract.RegisteredAgencies;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMatter;
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
    private final RegisteredAgencies agencies;
    private final CataloguedRights catalogue;
    private final Matters matters;

    WeighingConcerns(
            ConcernStore concerns,
            ConcernRights rights,
            SealedWords words,
            FindingsOfConcerns findings,
            Entitling entitling,
            RegisteredAgencies agencies,
            CataloguedRights catalogue,
            Matters matters) {
        this.matters = matters;
        this.concerns = concerns;
        this.rights = rights;
        this.words = words;
        this.findings = findings;
        this.entitling = entitling;
        this.agencies = agencies;
        this.catalogue = catalogue;
    }

    /**
     * What the reviewers of a contract weigh.
     *
     * @param open whether it waits for its answer
     * @param mayAsk whether the viewer may put a question to the filer, as far as a list can tell
     * @param letter whether it is a collective letter, which every employee reads
     * @param about what it is about besides this contract; empty where it is about nothing else
     * @param notShown why there is no text; empty where there is
     * @param findings what was found on it, without the sources
     */
    public record Weighed(
            ConcernId id,
            boolean open,
            boolean mayAsk,
            boolean letter,
            String topic,
            String status,
            String about,
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
        return known(contracts, viewer).stream().collect(Collectors.toMap(OpenOn::contract, any -> 1, Integer::sum));
    }

    /** The open concerns on the contract that the viewer may know of, by their ids. */
    List<Concern> knownOpenOn(ContractId contract, Actor viewer) {
        return known(List.of(contract), viewer).stream()
                .map(OpenOn::concern)
                .sorted(Comparator.comparing(concern -> concern.id().value()))
                .toList();
    }

    /** Without those that are kept from the viewer, and those that would tell them a contract's agency which they may not know. */
    private List<OpenOn> known(Collection<ContractId> contracts, Actor viewer) {
        List<OpenOn> open = concerns.openOn(contracts);
        if (open.isEmpty()) {
            return List.of();
        }
        KeptFrom kept =
                rights.keptFrom(open.stream().map(OpenOn::concern).distinct().toList());
        Set<ContractId> ofAgencies = open.stream()
                .filter(one -> one.concern().agency() != null)
                .map(OpenOn::contract)
                .collect(Collectors.toSet());
        Set<ContractId> agencyKnown = ofAgencies.isEmpty() ? Set.of() : agencies.known(ofAgencies, viewer);
        return open.stream()
                .filter(one -> !kept.isWithheld(one.concern(), viewer.username()))
                .filter(one -> one.concern().agency() == null || agencyKnown.contains(one.contract()))
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
        return concern.open() && !viewer.has(Role.OMBUDS) && !kept.filers().isOf(concern.id(), viewer.username());
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
                mayAsk && !entitling.isSealed(),
                concern.mode() == ConcernMode.COLLECTIVE,
                concern.topic().label(),
                concern.status().label(),
                about(concern),
                notShown(concern.mode(), readable),
                readable.text(),
                catalogue.inWords(readable.rights()),
                readable.desiredOutcome(),
                opening.map(opened -> findings.lastOf(concern.id(), opened)).orElse(List.of()));
    }

    private String about(Concern concern) {
        ConcernMatter matter = concern.matter();
        if (matter != null) {
            return matter.kind().label() + ": " + matters.inWords(matter)
                    + ". It was found to be about this contract, too.";
        }
        return concern.agency() == null ? "" : "About the agency, with all its contracts.";
    }

    private static String notShown(ConcernMode mode, FiledWords readable) {
        if (mode == ConcernMode.COLLECTIVE) {
            return "Collective: what it says, and how many have signed, stands on the page of the letter.";
        }
        if (mode != ConcernMode.OPEN) {
            return mode.label() + ": only the ombuds reads its text.";
        }
        return readable.text().isEmpty() ? "Sealed at the moment: nobody can read its text." : "";
    }
}
