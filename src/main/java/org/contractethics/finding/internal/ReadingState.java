package org.contractethics.finding.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.IncorporatedDocuments;
import org.contractethics.document.IncorporatedDocuments.Named;
import org.contractethics.finding.internal.FindingStore.Scan;
import org.contractethics.finding.internal.ScanFailures.Failure;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what of a document set was not read or not scanned: over it, nothing can be said to be missing. */
@Component
class ReadingState {

    private final Documents documents;
    private final IncorporatedDocuments incorporated;
    private final QuerySets querySets;
    private final ScanFailures failures;

    ReadingState(Documents documents, IncorporatedDocuments incorporated, QuerySets querySets, ScanFailures failures) {
        this.documents = documents;
        this.incorporated = incorporated;
        this.querySets = querySets;
        this.failures = failures;
    }

    /** One sentence for each thing that is not read; empty where the set is read as a whole. */
    List<String> notRead(ContractId contract, List<DocumentVersion> versions, Map<DocumentVersionId, Scan> scans) {
        List<String> reasons = new ArrayList<>();
        if (versions.isEmpty()) {
            reasons.add("No document has been added yet.");
        }
        int newest = querySets.own().map(QuerySets.Version::number).orElse(Integer.MAX_VALUE);
        Map<DocumentVersionId, Failure> failed =
                failures.of(versions.stream().map(DocumentVersion::id).toList());
        for (DocumentVersion version : versions) {
            String title = "“" + version.title() + "”";
            if (version.status() == ExtractionStatus.READING) {
                reasons.add(title + " is still being read.");
            } else if (version.status() == ExtractionStatus.FAILED) {
                reasons.add(title + " could not be read: " + version.failure());
            } else {
                documents.gaps(version.id()).forEach(gap -> reasons.add(title + ": " + gap));
                scan(scans.get(version.id()), failed.get(version.id()), newest, title)
                        .forEach(reasons::add);
            }
        }
        List<Named> named = incorporated.named(contract);
        IncorporatedDocuments.cut(named).ifPresent(reasons::add);
        named.stream()
                .filter(one -> !one.read())
                .forEach(one -> reasons.add("“" + one.title() + "” is made part of the contract and is not here."));
        return reasons;
    }

    private static List<String> scan(@Nullable Scan scan, @Nullable Failure failed, int newest, String title) {
        List<String> reasons = new ArrayList<>();
        if (failed != null && (scan == null || scan.querySet() < failed.querySet())) {
            reasons.add(title + " could not be scanned: " + failed.reason().words() + ". It was tried "
                    + (failed.tries() == 1 ? "once" : failed.tries() + " times") + " and will be tried again.");
        } else if (scan == null) {
            reasons.add(title + " is still being scanned.");
        } else if (scan.querySet() < newest) {
            reasons.add(title + " is still being scanned with the changed query set.");
        }
        if (scan != null && scan.incomplete() > 0) {
            reasons.add(scan.incomplete() + " clauses of " + title + " took too long to be scanned.");
        }
        return List.copyOf(reasons);
    }
}
