package org.contractethics.document.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.document.DecidedDocuments;
import org.contractethics.document.DocumentSets;
import org.contractethics.document.DocumentSets.SetChange;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.internal.ReadingRedline;
import org.contractethics.document.internal.ReadingReferences;
import org.contractethics.document.internal.ShownClause;
import org.contractethics.document.reference.CrossReference;
import org.contractethics.document.reference.DefinedTerms;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/** What stands beside the text in the viewer. */
@Component
class ViewerSide {

    private final ReadingReferences references;
    private final ReadingRedline redlines;
    private final DecidedDocuments decided;
    private final DocumentSets sets;

    ViewerSide(ReadingReferences references, ReadingRedline redlines, DecidedDocuments decided, DocumentSets sets) {
        this.references = references;
        this.redlines = redlines;
        this.decided = decided;
        this.sets = sets;
    }

    /**
     * @param terms each defined term with the ordinal of the clause that defines it
     * @param changes how many tracked changes the file has
     * @param since what has become of this document since the decision; empty where it was decided on as it is
     * @param sinceLink where the whole of it is shown; empty likewise
     */
    public record Side(Map<String, Integer> terms, int changes, String since, String sinceLink) {}

    Map<Integer, List<CrossReference>> references(List<ShownClause> clauses) {
        return references.crossReferences(clauses);
    }

    Side of(DocumentVersion version, List<ShownClause> clauses, Actor viewer) {
        Map<String, Integer> terms = new LinkedHashMap<>();
        DefinedTerms.in(clauses.stream().map(ShownClause::clause).toList()).stream()
                .sorted((one, other) -> one.term().compareToIgnoreCase(other.term()))
                .forEach(term -> terms.putIfAbsent(term.term(), term.clause()));
        Optional<SetChange> change = decided.latest(version.contract())
                .flatMap(decision -> sets.since(version.contract(), decision.documentSetHash(), viewer));
        String since = change.map(found -> words(found, version)).orElse("");
        String link = since.isEmpty()
                ? ""
                : change.map(found -> DocumentSets.page(version.contract(), found.since()))
                        .orElse("");
        return new Side(terms, redlines.count(version.id()), since, link);
    }

    private static String words(SetChange change, DocumentVersion version) {
        if (change.added().stream().anyMatch(added -> added.id().equals(version.id()))) {
            return "This document was added after the last decision.";
        }
        for (DocumentSets.Replaced replaced : change.replaced()) {
            if (replaced.now().id().equals(version.id())) {
                return "This version is not the one that was decided on: that was version "
                        + replaced.before().number() + ".";
            }
            if (replaced.before().id().equals(version.id())) {
                return "This version was decided on, and has been replaced by version "
                        + replaced.now().number() + " since.";
            }
        }
        return "";
    }
}
