package org.contractethics.review.internal;

import java.time.Instant;
import java.util.Objects;
import org.contractethics.contract.Contract;
import org.contractethics.document.Documents;
import org.springframework.stereotype.Component;

/** A further review of the same contract, of its documents and facts as they are now; nobody submitted it. */
@Component
class NextReview {

    private final Documents documents;

    NextReview(Documents documents) {
        this.documents = documents;
    }

    ReviewCase after(ReviewCase last, Contract contract, Instant now) {
        Intake before = last.intake();
        return ReviewCase.begun(
                contract,
                Objects.requireNonNullElse(contract.submitter(), last.submitter()),
                last.owners(),
                last.accountTeam(),
                now,
                documents.documentSetHash(contract.id()),
                new Intake(
                        before.endUse(),
                        before.plannedSignature(),
                        before.accountTeam(),
                        IntakeGaps.of(
                                contract,
                                documents.currentVersions(contract.id()),
                                before.plannedSignature() != null)));
    }
}
