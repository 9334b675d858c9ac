package org.contractethics.finding.internal;

import java.util.List;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.finding.FirstScans;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Scans what somebody is about to rest on, a little earlier than it would be scanned by itself. */
@Component
class ScanningAtOnce implements FirstScans {

    private static final Logger log = LoggerFactory.getLogger(ScanningAtOnce.class);

    private final Documents documents;
    private final FindingStore findings;
    private final ScanningVersions scanning;
    private final TransactionTemplate own;

    ScanningAtOnce(
            Documents documents,
            FindingStore findings,
            ScanningVersions scanning,
            PlatformTransactionManager transactions) {
        this.documents = documents;
        this.findings = findings;
        this.scanning = scanning;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void scan(ContractId contract) {
        documents.currentWithFilesInside(contract).stream()
                .filter(version -> version.status() == ExtractionStatus.READ)
                .map(DocumentVersion::id)
                .filter(version -> !scanned(version))
                .forEach(this::scan);
    }

    private void scan(DocumentVersionId version) {
        try {
            own.executeWithoutResult(status -> {
                // somebody may be scanning it now
                findings.lock(version);
                if (!scanned(version)) {
                    scanning.scan(version);
                }
            });
        } catch (RuntimeException | StackOverflowError e) {
            // it stays without a scan, which counts as a gap; the timer tries again and tells
            log.error("clauses not scanned at once version={}", version, e);
        }
    }

    private boolean scanned(DocumentVersionId version) {
        return !findings.lastScans(List.of(version)).isEmpty();
    }
}
