package org.contractethics.search.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.search.internal.IndexLedger.Place;
import org.contractethics.search.internal.IndexesToWrite.Target;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.stereotype.Component;

/** Makes one index hold of a contract what the database holds of it; the caller has locked the contract. */
@Component
class WritingContracts {

    private final ContractClauses contracts;
    private final IndexLedger ledger;
    private final ClauseWriter writer;
    private final RefusedClauses refusals;
    private final Clock clock;

    WritingContracts(
            ContractClauses contracts, IndexLedger ledger, ClauseWriter writer, RefusedClauses refusals, Clock clock) {
        this.contracts = contracts;
        this.ledger = ledger;
        this.writer = writer;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** @param versions those of its versions that are to be written */
    void write(ContractId contract, List<Place> versions, Target target) {
        Optional<ContractFacts> facts = contracts.factsOf(contract);
        Map<DocumentVersionId, DocumentVersion> current = contracts.current(contract);
        for (Place place : versions) {
            DocumentVersionId id = place.version();
            Optional<DocumentVersion> version =
                    Optional.ofNullable(current.get(id)).or(() -> contracts.version(id));
            List<ClauseDocument> clauses = facts.isPresent() && version.isPresent()
                    ? contracts.of(facts.get(), version.get(), current.containsKey(id))
                    : List.of();
            note(place, writer.write(target.index(), target.alias(), clauses), target);
            writer.dropFrom(target.index(), id.toString(), clauses.size());
            if (version.isEmpty()) {
                ledger.forget(id);
            }
        }
    }

    /** Nothing is written down where nothing was refused before and nothing is now; what a second index refused is not known yet. */
    private void note(Place place, List<RefusedClause> refused, Target target) {
        if (place.refused() || !refused.isEmpty() || !target.alias()) {
            refusals.note(place.version(), refused, clock.instant());
        }
    }
}
