package org.contractethics.review.web;

import java.util.Map;
import java.util.Optional;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.review.internal.SubmittingForReview;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** Offers the account owner to submit, as soon as nothing stands against it. */
@Component
class SubmitPanel implements CasePanel {

    private final SubmittingForReview submitting;
    private final ContractRegister contracts;
    private final Documents documents;

    SubmitPanel(SubmittingForReview submitting, ContractRegister contracts, Documents documents) {
        this.submitting = submitting;
        this.contracts = contracts;
        this.documents = documents;
    }

    @Override
    public Optional<View> panel(ContractId id, Actor viewer) {
        Optional<Contract> contract = contracts.find(id);
        if (contract.isEmpty() || submitting.refusal(contract.get(), viewer).isPresent()) {
            return Optional.empty();
        }
        boolean readable =
                documents.currentVersions(id).stream().anyMatch(version -> version.status() == ExtractionStatus.READ);
        return Optional.of(
                new View(200, Column.SIDE, "review/submit-panel", Map.of("contract", id, "readable", readable)));
    }
}
