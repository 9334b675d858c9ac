package org.contractethics.search.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.contractethics.search.internal.SearchQuery.Facet;
import org.jspecify.annotations.Nullable;

/**
 * The clauses found, all of them readable by the viewer who asked.
 *
 * @param total clauses found in all, exact
 * @param page from 1; the last one there is, where a later one was asked for
 * @param pages how many pages can be turned to; 0 when nothing was found
 * @param facets by facet the values among the hits, the most frequent first; years from the last
 */
public record SearchAnswer(long total, int page, int pages, List<Hit> hits, Map<Facet, List<FacetValue>> facets) {

    /** Nothing was asked for, or nothing could be found. */
    public static SearchAnswer nothing(SearchQuery query) {
        return new SearchAnswer(0, 1, 0, List.of(), FacetValues.chosenOnly(query));
    }

    /** How many of what were found, in words; documents have clauses, incidents and their evidence have passages. */
    public String foundInWords(SearchQuery.Kind kind) {
        boolean evidence = kind == SearchQuery.Kind.EVIDENCE || hits.stream().anyMatch(Hit::isEvidence);
        if (evidence && !hits.stream().allMatch(Hit::isEvidence)) {
            return String.format(Locale.ROOT, "%,d clauses and passages found", total);
        }
        String one = evidence ? "passage" : "clause";
        return total == 0
                ? "No " + one + " found"
                : String.format(Locale.ROOT, "%,d %s%s found", total, one, total == 1 ? "" : "s");
    }

    /** The words for a value that the hits are narrowed to; the value itself where it has none. */
    public String labelOf(Facet facet, String value) {
        return facets.getOrDefault(facet, List.of()).stream()
                .filter(known -> known.value().equals(value))
                .map(FacetValue::label)
                .findFirst()
                .orElse(value);
    }

    /**
     * @param text pieces of the clause around the words found
     * @param current false for a superseded version
     * @param documentId of the document, or of the incident
     * @param incident null for a clause of a document
     */
    public record Hit(
            String contractId,
            String reference,
            String contractTitle,
            String agency,
            @Nullable String tier,
            String documentId,
            String versionId,
            int versionNumber,
            boolean current,
            String documentTitle,
            DocumentType documentType,
            int ordinal,
            String part,
            String number,
            List<Segment> heading,
            @Nullable Integer page,
            List<List<Segment>> text,
            @Nullable IndexedIncident incident) {

        /** Whether it is of an incident, and not a clause of a document. */
        boolean isEvidence() {
            return incident != null;
        }

        /** Whether neither a word typed nor a phrase stands in it: then it was found for being worded like a typical clause. */
        public boolean marksNothing() {
            return Stream.concat(heading.stream(), text.stream().flatMap(List::stream))
                    .noneMatch(Segment::hit);
        }
    }

    /** @param hit whether the segment is one of the words searched for */
    public record Segment(String text, boolean hit) {}

    /**
     * @param count clauses with this value among those that all other filters let through
     * @param chosen whether the hits are narrowed to it
     */
    public record FacetValue(String value, String label, long count, boolean chosen) {

        FacetValue labelled(String words) {
            return new FacetValue(value, words, count, chosen);
        }
    }
}
