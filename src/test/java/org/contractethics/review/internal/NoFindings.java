package org.contractethics.review.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.finding.Findings;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;

/** Documents that were not scanned: nothing is found, and nothing can be said to be missing. */
public class NoFindings implements Findings {

    @Override
    public Optional<ContractFindings> of(ContractId contract, Actor viewer) {
        return Optional.of(of(contract));
    }

    @Override
    public ContractFindings of(ContractId contract) {
        return new ContractFindings(contract, 0, List.of(), List.of(), List.of(), List.of("Nothing is scanned."));
    }

    @Override
    public Map<Integer, List<String>> counting(DocumentVersion version) {
        return Map.of();
    }

    @Override
    public boolean scanned(DocumentVersionId version) {
        return false;
    }

    @Override
    public Optional<CheckInfo> check(String id) {
        return Optional.empty();
    }
}
