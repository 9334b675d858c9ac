package org.contractethics.document.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.reference.CrossReference;
import org.contractethics.document.reference.CrossReferences;
import org.contractethics.document.reference.DefinedTerm;
import org.contractethics.document.reference.DefinedTerms;
import org.contractethics.document.reference.TermUses;
import org.contractethics.document.reference.UndefinedTerms;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.stereotype.Service;

/** The terms and cross-references of one version. */
@Service
public class ReadingReferences {

    private final DocumentCatalogue catalogue;
    private final TextStore texts;

    ReadingReferences(DocumentCatalogue catalogue, TextStore texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    /**
     * @param clauses by ordinal, to name the places
     * @param terms by name: where each is defined in this version, and which clauses use it
     * @param undefined written like terms, defined in no document of the contract: the clauses that use each
     */
    public record References(
            List<Clause> clauses,
            List<Term> terms,
            Map<String, List<Integer>> undefined,
            List<CrossReference> crossReferences) {

        public References {
            clauses = List.copyOf(clauses);
            terms = List.copyOf(terms);
            crossReferences = List.copyOf(crossReferences);
        }
    }

    /** @param definedIn ordinals of the clauses that define it; more than one may mean that they contradict each other */
    public record Term(String name, List<Integer> definedIn, List<Integer> usedIn) {

        public Term {
            definedIn = List.copyOf(definedIn);
            usedIn = List.copyOf(usedIn);
        }
    }

    /** For somebody who may read the contract. */
    public References of(ContractId contract, DocumentVersionId version, Actor viewer) {
        catalogue.readable(contract, version, viewer);
        List<Clause> clauses = texts.clauses(version);
        List<DefinedTerm> defined = DefinedTerms.in(clauses);
        List<DefinedTerm> everywhere = new ArrayList<>(defined);
        for (DocumentVersion other : catalogue.currentVersions(contract)) {
            if (!other.id().equals(version)) {
                everywhere.addAll(DefinedTerms.in(texts.clauses(other.id())));
            }
        }
        return new References(
                clauses,
                terms(clauses, defined),
                new LinkedHashMap<>(UndefinedTerms.in(clauses, everywhere)),
                CrossReferences.in(clauses));
    }

    /** Which clauses each clause names, for the text itself. */
    public Map<Integer, List<CrossReference>> crossReferences(List<ShownClause> shown) {
        Map<Integer, List<CrossReference>> byClause = new HashMap<>();
        for (CrossReference reference :
                CrossReferences.in(shown.stream().map(ShownClause::clause).toList())) {
            byClause.computeIfAbsent(reference.clause(), key -> new ArrayList<>())
                    .add(reference);
        }
        return byClause;
    }

    private static List<Term> terms(List<Clause> clauses, List<DefinedTerm> defined) {
        Map<String, List<Integer>> definedIn = new LinkedHashMap<>();
        defined.forEach(term ->
                definedIn.computeIfAbsent(term.term(), key -> new ArrayList<>()).add(term.clause()));
        Map<String, List<Integer>> uses = TermUses.of(definedIn.keySet(), clauses);
        List<Term> terms = new ArrayList<>();
        definedIn.forEach(
                (name, places) -> terms.add(new Term(name, places, uses.getOrDefault(TermUses.key(name), List.of()))));
        terms.sort((one, other) -> one.name().compareToIgnoreCase(other.name()));
        return terms;
    }
}
