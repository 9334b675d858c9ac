package org.contractethics.review.internal;

import java.util.Optional;
import org.contractethics.document.DecidedDocuments;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** Tells the documents which set of them the last decision was taken on. */
@Component
class DecidedDocumentsOfReviews implements DecidedDocuments {

    private final Decisions decisions;

    DecidedDocumentsOfReviews(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Optional<Decided> latest(ContractId contract) {
        return decisions
                .latestAbout(contract)
                .map(decision -> new Decided(
                        decision.documentSetHash(), decision.outcome().label(), decision.decidedAt()));
    }
}
