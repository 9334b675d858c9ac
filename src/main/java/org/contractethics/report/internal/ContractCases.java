package org.contractethics.report.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.record.RecordEntry;
import org.contractethics.shared.ContractId;

/** The contracts that the record names, in the order in which they became known. */
final class ContractCases {

    private final Map<String, ContractCase> byReference = new LinkedHashMap<>();
    private final Map<ContractId, ContractCase> byId = new HashMap<>();

    Collection<ContractCase> all() {
        return byReference.values();
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
            known = byReference.computeIfAbsent(reference, ContractCase::new);
            if (known.standingAt(Instant.MAX) == null) {
                known.becomes(ContractStanding.REGISTERED, Mark.of(entry));
            }
        }
        known.known(id, entry.text("title").orElse(null), entry.text("agency").orElse(null));
        if (id != null) {
            byId.put(id, known);
        }
        return known;
    }

    /** The agencies, where told, stand in the order of the references. */
    void imported(RecordEntry entry) {
        List<?> agencies = entry.list("agencies");
        List<?> references = entry.list("references");
        for (int i = 0; i < references.size(); i++) {
            if (references.get(i) instanceof String reference) {
                ContractCase known = byReference.get(reference);
                if (known == null) {
                    known = new ContractCase(reference);
                    known.becomes(ContractStanding.REGISTERED, Mark.of(entry));
                    byReference.put(reference, known);
                }
                known.known(
                        null, null, i < agencies.size() && agencies.get(i) instanceof String agency ? agency : null);
            }
        }
    }
}
