package org.contractethics.workflow.web;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.internal.Upload;
import org.contractethics.document.internal.Uploading;
import org.contractethics.review.internal.SubmittingForReview;
import org.contractethics.review.internal.SubmittingForReview.Submission;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Contracts that have been submitted for review the way people do it. */
@Component
class SubmittedContracts {

    private final RegisteringContracts registering;
    private final Uploading uploading;
    private final Documents documents;
    private final SubmittingForReview submitting;

    SubmittedContracts(
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            SubmittingForReview submitting) {
        this.registering = registering;
        this.uploading = uploading;
        this.documents = documents;
        this.submitting = submitting;
    }

    Contract submitted(String title) {
        Contract contract = registering.register(RegisteredContracts.aDraft(title), "FORM", RegisteredContracts.SOFIA);
        uploading.add(
                new Upload(
                        contract.id(),
                        null,
                        "Agreement",
                        "agreement.docx",
                        new ByteArrayResource(
                                RegisteredContracts.docx("1. Purpose", "The agency may use the services."))),
                RegisteredContracts.SOFIA);
        await().atMost(Duration.ofSeconds(60)).until(() -> documents.currentVersions(contract.id()).stream()
                .allMatch(version -> version.status() == ExtractionStatus.READ));
        submitting.submit(
                contract.id(),
                new Submission("Case handling at the border.", null, List.of()),
                RegisteredContracts.SOFIA);
        return contract;
    }
}
