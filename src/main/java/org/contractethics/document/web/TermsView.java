package org.contractethics.document.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.internal.ReadingReferences.References;
import org.contractethics.document.reference.CrossReference;

/** Terms and cross-references with the clauses they lead to. */
public record TermsView(List<TermRow> terms, List<TermRow> undefined, List<ReferenceRow> nowhere, int resolved) {

    private static final int MOST_PLACES = 25;

    public TermsView {
        terms = List.copyOf(terms);
        undefined = List.copyOf(undefined);
        nowhere = List.copyOf(nowhere);
    }

    /** @param more how many further clauses use it */
    public record TermRow(String name, List<Place> definedIn, List<Place> usedIn, int more) {

        public TermRow {
            definedIn = List.copyOf(definedIn);
            usedIn = List.copyOf(usedIn);
        }
    }

    /** Words that name clauses this document does not have, and where they stand. */
    public record ReferenceRow(String words, List<Place> places, boolean annex) {

        public ReferenceRow {
            places = List.copyOf(places);
        }
    }

    /** @param label number of the clause, or its place where it has none */
    public record Place(int clause, String label) {}

    static TermsView of(References references) {
        List<Clause> clauses = references.clauses();
        List<TermRow> terms = references.terms().stream()
                .map(term -> row(term.name(), term.definedIn(), term.usedIn(), clauses))
                .toList();
        List<TermRow> undefined = new ArrayList<>();
        references.undefined().forEach((name, uses) -> undefined.add(row(name, List.of(), uses, clauses)));
        int resolved = (int) references.crossReferences().stream()
                .filter(reference -> reference.target() != null)
                .count();
        return new TermsView(terms, undefined, nowhere(references), resolved);
    }

    private static TermRow row(String name, List<Integer> defined, List<Integer> uses, List<Clause> clauses) {
        List<Integer> shown = uses.subList(0, Math.min(MOST_PLACES, uses.size()));
        return new TermRow(name, places(defined, clauses), places(shown, clauses), uses.size() - shown.size());
    }

    private static List<Place> places(List<Integer> ordinals, List<Clause> clauses) {
        return ordinals.stream()
                .distinct()
                .map(ordinal -> new Place(ordinal, label(clauses.get(ordinal))))
                .toList();
    }

    static String label(Clause clause) {
        if (!clause.number().isEmpty()) {
            return clause.number();
        }
        String page = clause.page() == null ? "" : "p. " + clause.page() + ", ";
        return page + "paragraph " + (clause.ordinal() + 1);
    }

    private static List<ReferenceRow> nowhere(References references) {
        Map<String, List<Integer>> byWords = new LinkedHashMap<>();
        Map<String, Boolean> annex = new LinkedHashMap<>();
        for (CrossReference reference : references.crossReferences()) {
            if (reference.target() == null) {
                byWords.computeIfAbsent(reference.words(), key -> new ArrayList<>())
                        .add(reference.clause());
                annex.put(reference.words(), reference.annex());
            }
        }
        List<ReferenceRow> rows = new ArrayList<>();
        byWords.forEach((words, places) -> rows.add(
                new ReferenceRow(words, places(places, references.clauses()), annex.getOrDefault(words, false))));
        return rows;
    }
}
