package org.contractethics.search.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.document.Documents.DocumentVersion;
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

    void write(ContractId contract, Target target) {
        write(contract, ledger.versionsOf(contract), target);
    }

    /** One of its versions, if it belongs into the index. */
    void write(ContractId contract, DocumentVersionId version, Target target) {
        write(
                contract,
                ledger.versionsOf(contract).stream().filter(version::equals).toList(),
                target);
    }

    private void write(ContractId contract, List<DocumentVersionId> versions, Target target) {
        Optional<ContractFacts> facts = contracts.factsOf(contract);
        Map<DocumentVersionId, DocumentVersion> current = contracts.current(contract);
        for (DocumentVersionId id : versions) {
            Optional<DocumentVersion> version =
                    Optional.ofNullable(current.get(id)).or(() -> contracts.version(id));
            List<ClauseDocument> clauses = facts.isPresent() && version.isPresent()
                    ? contracts.of(facts.get(), version.get(), current.containsKey(id))
                    : List.of();
            refusals.note(id, writer.write(target.index(), target.alias(), clauses), clock.instant());
            writer.dropFrom(target.index(), id.toString(), clauses.size());
            if (version.isEmpty()) {
                ledger.forget(id);
            }
        }
    }
}
