package org.contractethics.review.internal;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.review.internal.StageForm.SafeguardClause;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.NamedClauses;
import org.contractethics.shared.NamedClauses.ClausePlace;
import org.springframework.stereotype.Component;

/** The clause that somebody names for a safeguard, looked up in the current documents: what is in none of them is not in the contract. */
@Component
class SafeguardClauses {

    private final NamedClauses named;
    private final Documents documents;

    SafeguardClauses(NamedClauses named, Documents documents) {
        this.named = named;
        this.documents = documents;
    }

    /** Those that are meant; the title of a document beside the number chooses among several. */
    List<SafeguardClause> meant(ContractId contract, String words) {
        Map<DocumentVersionId, DocumentVersion> current = documents.currentWithFilesInside(contract).stream()
                .collect(Collectors.toMap(DocumentVersion::id, Function.identity()));
        List<SafeguardClause> found = named.find(contract, words).stream()
                .flatMap(place -> clause(contract, current, place))
                .toList();
        List<SafeguardClause> titled = found.stream()
                .filter(clause -> words.contains(clause.document()))
                .toList();
        return titled.isEmpty() ? found : titled;
    }

    private Stream<SafeguardClause> clause(
            ContractId contract, Map<DocumentVersionId, DocumentVersion> current, ClausePlace place) {
        DocumentVersion version = current.get(place.version());
        return version == null
                ? Stream.of()
                : documents.clauses(version.id(), List.of(place.ordinal())).stream()
                        .map(clause -> clause(contract, version, clause));
    }

    private static SafeguardClause clause(ContractId contract, DocumentVersion version, Clause clause) {
        return new SafeguardClause(
                contract.value(), version.id().value(), clause.ordinal(), version.title(), clause.inWords(version));
    }
}
