package org.contractethics.review.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.Documents.DocumentVersion;
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

    /**
     * By the words that name them, those that are meant; empty for words that name none. The title of a document beside the number chooses
     * among several.
     */
    Map<String, List<SafeguardClause>> meant(ContractId contract, Set<String> words) {
        Map<String, List<ClausePlace>> places = named.find(contract, words);
        Map<ClausePlace, SafeguardClause> clauses = places.isEmpty() ? Map.of() : clauses(contract, places);
        return words.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        one -> titled(
                                one,
                                places.getOrDefault(one, List.of()).stream()
                                        .flatMap(place -> Stream.ofNullable(clauses.get(place)))
                                        .toList())));
    }

    private static List<SafeguardClause> titled(String words, List<SafeguardClause> found) {
        List<SafeguardClause> titled = found.stream()
                .filter(clause -> words.contains(clause.document()))
                .toList();
        return titled.isEmpty() ? found : titled;
    }

    /** The clauses at these places, of the versions that are current: one question for each document. */
    private Map<ClausePlace, SafeguardClause> clauses(ContractId contract, Map<String, List<ClausePlace>> places) {
        Map<DocumentVersionId, Set<Integer>> ordinals = places.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(
                        ClausePlace::version, Collectors.mapping(ClausePlace::ordinal, Collectors.toSet())));
        return documents.currentWithFilesInside(contract).stream()
                .filter(version -> ordinals.containsKey(version.id()))
                .flatMap(version ->
                        documents.clauses(version.id(), ordinals.getOrDefault(version.id(), Set.of())).stream()
                                .map(clause -> clause(contract, version, clause)))
                .collect(Collectors.toMap(
                        clause -> new ClausePlace(new DocumentVersionId(clause.version()), clause.ordinal()),
                        Function.identity()));
    }

    private static SafeguardClause clause(ContractId contract, DocumentVersion version, Clause clause) {
        return new SafeguardClause(
                contract.value(), version.id().value(), clause.ordinal(), version.title(), clause.inWords(version));
    }
}
