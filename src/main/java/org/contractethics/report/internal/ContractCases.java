package org.contractethics.report.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.record.RecordEntry;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.SecretFacts.Secret;
import org.jspecify.annotations.Nullable;

/** The contracts that the record names, in the order in which they became known. */
final class ContractCases {

    private final Map<String, ContractCase> byReference = new LinkedHashMap<>();
    private final Map<ContractId, ContractCase> byId = new HashMap<>();
    private final Map<String, Integer> agencies = new HashMap<>();
    private final Set<ContractCase> redacted = new LinkedHashSet<>();
    private final Blocks<ContractCase> blocks;
    private Set<ContractCase> secret = Set.of();

    ContractCases(int blockSize) {
        blocks = new Blocks<>(blockSize);
    }

    Collection<ContractCase> all() {
        return byReference.values();
    }

    Blocks<ContractCase> blocks() {
        return blocks;
    }

    Optional<ContractCase> find(ContractId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The contract an entry is about, with whatever the entry tells of it; made known where it was not. */
    ContractCase of(RecordEntry entry) {
        ContractId id = entry.contract();
        ContractCase known = id == null ? null : byId.get(id);
        if (known == null) {
            String reference = entry.text("reference").orElse(id == null ? "(no reference)" : id.toString());
            known = byReference(reference, entry);
        }
        tell(known, id, entry.text("title").orElse(null), entry.text("agency").orElse(null));
        if (id != null) {
            byId.put(id, known);
        }
        return known;
    }

    /** The agencies, where told, stand in the order of the references. */
    void imported(RecordEntry entry) {
        List<?> told = entry.list("agencies");
        List<?> references = entry.list("references");
        for (int i = 0; i < references.size(); i++) {
            if (references.get(i) instanceof String reference) {
                tell(
                        byReference(reference, entry),
                        null,
                        null,
                        i < told.size() && told.get(i) instanceof String agency ? agency : null);
            }
        }
    }

    private ContractCase byReference(String reference, RecordEntry entry) {
        ContractCase found = byReference.get(reference);
        if (found == null) {
            found = new ContractCase(reference);
            found.becomes(ContractStanding.REGISTERED, Mark.of(entry));
            found.standsIn(blocks.add(found));
            byReference.put(reference, found);
        }
        return found;
    }

    private void tell(ContractCase contract, @Nullable ContractId id, @Nullable String title, @Nullable String agency) {
        String before = contract.agency();
        contract.known(id, title, agency);
        contract.changed();
        String after = contract.agency();
        if (after != null && !after.equals(before)) {
            agencies.merge(after, 1, Integer::sum);
            if (before != null) {
                oneLess(agencies, before);
            }
        }
    }

    void registered(RecordEntry entry) {
        ContractCase contract = of(entry);
        contract.becomes(ContractStanding.REGISTERED, Mark.of(entry));
        entry.number("obligatedMinor")
                .ifPresent(minor ->
                        contract.amount(new Amount(FactReader.upper(entry, "currency"), minor), Mark.of(entry)));
    }

    /** The entry names what changed and not how: an amount that changed is not known any more. */
    void factsChanged(RecordEntry entry) {
        ContractCase contract = of(entry);
        if (entry.list("fields").contains("value")) {
            contract.amount(null, Mark.of(entry));
        }
    }

    void redacted(RecordEntry entry) {
        ContractCase contract = of(entry);
        FactReader.day(entry, "endsOn").ifPresent(lastDay -> {
            contract.withheld().redacted(entry.text("redactionId").orElse(""), entry.list("fields"), lastDay);
            shownOtherwise(contract);
        });
    }

    void redactionEnded(RecordEntry entry) {
        of(entry).withheld().redactionEnded(entry.text("redactionId").orElse(""));
    }

    /** What staff may see of it changed. */
    private void shownOtherwise(ContractCase contract) {
        redacted.add(contract);
        contract.changed();
    }

    /** What the register withholds because of secrecy terms, as it stands now. */
    void secret(Map<ContractId, Secret> found) {
        Map<ContractCase, Set<String>> told = new HashMap<>();
        found.forEach((id, what) -> {
            ContractCase known = byId.get(id);
            ContractCase contract = known == null ? byReference.get(what.reference()) : known;
            if (contract != null) {
                told.put(contract, what.fields());
            }
        });
        Set<ContractCase> touched = new HashSet<>(secret);
        touched.addAll(told.keySet());
        for (ContractCase contract : touched) {
            if (contract.withheld().secret(told.get(contract))) {
                shownOtherwise(contract);
            }
        }
        secret = Set.copyOf(told.keySet());
    }

    /** The agencies of which whoever asks may be told at least one contract. */
    Set<String> agencies(Scope scope) {
        Map<String, Integer> told = new HashMap<>(agencies);
        for (ContractCase contract : redacted) {
            if (contract.agency() != null && scope.agencyOf(contract) == null) {
                oneLess(told, contract.agency());
            }
        }
        return told.keySet();
    }

    /** Those of which something is withheld from whoever asks; of a contract without an id no entry tells more than its agency. */
    Set<ContractId> withheld(Scope scope) {
        if (!scope.redacted()) {
            return Set.of();
        }
        return redacted.stream()
                .filter(contract -> contract.withheld().anything(scope.today()))
                .flatMap(contract -> Stream.ofNullable(contract.id()))
                .collect(Collectors.toSet());
    }

    private static void oneLess(Map<String, Integer> counts, String agency) {
        counts.computeIfPresent(agency, (name, count) -> count == 1 ? null : count - 1);
    }
}
