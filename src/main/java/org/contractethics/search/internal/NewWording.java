package org.contractethics.search.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.stereotype.Component;

/** Tells clauses that a new version brings from those it took over: only the former are news. */
@Component
class NewWording {

    private final Documents documents;
    private final IndexLedger ledger;

    NewWording(Documents documents, IndexLedger ledger) {
        this.documents = documents;
        this.ledger = ledger;
    }

    List<ClauseDocument> among(List<ClauseDocument> clauses) {
        Map<String, Set<String>> before = new HashMap<>();
        return clauses.stream()
                .filter(clause -> !before.computeIfAbsent(clause.versionId(), id -> wordingsBefore(clause))
                        .contains(of(clause.text())))
                .toList();
    }

    /** The same words have the same wording, whatever their case and spacing. */
    static String of(String text) {
        return IndexDefinition.sha256(text.strip().replaceAll("\\s+", " ").toLowerCase(java.util.Locale.ROOT));
    }

    private Set<String> wordingsBefore(ClauseDocument clause) {
        if (clause.versionNumber() == 1) {
            return Set.of();
        }
        return ledger.versionsOf(ContractId.valueOf(clause.contractId())).stream()
                .flatMap(id -> documents.find(id).stream())
                .filter(version -> version.document().toString().equals(clause.documentId()))
                .filter(version -> version.number() < clause.versionNumber())
                .max(Comparator.comparing(DocumentVersion::number))
                .map(version -> wordings(version.id()))
                .orElse(Set.of());
    }

    private Set<String> wordings(DocumentVersionId version) {
        return documents.clauses(version).stream()
                .map(Clause::text)
                .map(NewWording::of)
                .collect(Collectors.toSet());
    }
}
