package org.contractethics.search.internal;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.review.IncidentTexts;
import org.contractethics.search.internal.HeldInIndex.Held;
import org.contractethics.search.internal.IndexLedger.Noted;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** Contracts of which the index lacks clauses or passages, or holds some with facts that are no longer true. */
@Component
class BehindContracts {

    private final HeldInIndex held;
    private final IndexLedger ledger;
    private final ContractClauses contracts;
    private final IncidentTexts incidents;
    private final RefusedClauses refusals;

    BehindContracts(
            HeldInIndex held,
            IndexLedger ledger,
            ContractClauses contracts,
            IncidentTexts incidents,
            RefusedClauses refusals) {
        this.held = held;
        this.ledger = ledger;
        this.contracts = contracts;
        this.incidents = incidents;
        this.refusals = refusals;
    }

    Set<ContractId> now() {
        var facts = new HashMap<ContractId, String>();
        var behind = new LinkedHashSet<ContractId>();
        Map<String, Held> versions = held.by("versionId");
        for (Noted noted : ledger.all()) {
            Held there = versions.getOrDefault(noted.version().toString(), Held.NOTHING);
            if (!there.is(clausesOf(noted), fingerprint(noted.contract(), facts))) {
                behind.add(noted.contract());
            }
        }
        Map<UUID, ContractId> noted = ledger.incidents();
        if (!noted.isEmpty()) {
            addIncidents(noted, facts, behind);
        }
        return behind;
    }

    private void addIncidents(Map<UUID, ContractId> noted, Map<ContractId, String> facts, Set<ContractId> behind) {
        Map<String, Held> there = held.by(IndexedIncident.ID);
        Map<UUID, Integer> passages = incidents.passages();
        noted.forEach((incident, contract) -> {
            // its account is a passage too
            int expected = 1 + passages.getOrDefault(incident, 0);
            if (!there.getOrDefault(incident.toString(), Held.NOTHING).is(expected, fingerprint(contract, facts))) {
                behind.add(contract);
            }
        });
    }

    private String fingerprint(ContractId contract, Map<ContractId, String> known) {
        return known.computeIfAbsent(
                contract,
                id -> contracts.factsOf(id).map(ContractFacts::fingerprint).orElse(""));
    }

    private int clausesOf(Noted noted) {
        Optional<DocumentVersion> version = contracts.version(noted.version());
        return version.filter(found -> found.status() == ExtractionStatus.READ)
                .map(found -> found.clauseCount() - refusals.of(found.id()))
                .orElse(0);
    }
}
