package org.contractethics.document.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.reference.MeantClauses;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.NamedClauses;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks clauses up by their numbers and words in the texts of the newest versions. */
@Service
@Transactional(readOnly = true)
class FindingNamedClauses implements NamedClauses {

    private final DocumentRights rights;
    private final DocumentStore documents;
    private final TextStore texts;

    FindingNamedClauses(DocumentRights rights, DocumentStore documents, TextStore texts) {
        this.rights = rights;
        this.documents = documents;
        this.texts = texts;
    }

    @Override
    public Map<String, List<ClausePlace>> find(ContractId contract, Set<String> named) {
        if (named.stream().allMatch(String::isBlank)) {
            return Map.of();
        }
        List<Clause> clauses = new ArrayList<>();
        documents
                .currentWithInside(contract)
                .forEach(stored -> clauses.addAll(texts.clauses(stored.version().id())));
        return named.stream()
                .filter(name -> !name.isBlank())
                .collect(Collectors.toMap(name -> name, name -> places(MeantClauses.in(clauses, name))));
    }

    private static List<ClausePlace> places(List<Clause> meant) {
        return meant.stream()
                .map(clause -> new ClausePlace(clause.version(), clause.ordinal()))
                .toList();
    }

    @Override
    public boolean mayRead(ContractId contract, Actor viewer) {
        return rights.mayRead(contract, viewer);
    }

    @Override
    public List<ClauseLink> inWords(ContractId contract, List<ClausePlace> places, Actor viewer) {
        if (!rights.mayRead(contract, viewer)) {
            return List.of();
        }
        return places.stream()
                .flatMap(place -> inWords(contract, place).stream())
                .toList();
    }

    private Optional<ClauseLink> inWords(ContractId contract, ClausePlace place) {
        return documents
                .find(place.version())
                .map(StoredVersion::version)
                .filter(version -> version.contract().equals(contract))
                .flatMap(version -> texts.clauses(version.id(), List.of(place.ordinal())).stream()
                        .findFirst()
                        .map(clause -> new ClauseLink(version.id(), clause.ordinal(), clause.inWords(version))));
    }
}
