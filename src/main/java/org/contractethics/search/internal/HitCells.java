package org.contractethics.search.internal;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of an exported clause: texts and numbers, each as such. */
final class HitCells {

    static final List<String> HEADS = List.of(
            "Contract",
            "Title",
            "Agency",
            "Countries",
            "Tier",
            "Outcome of the review",
            "Document",
            "Version",
            "Superseded",
            "Page",
            "Part",
            "Number",
            "Heading",
            "Clause",
            "Address");

    private static final int LONGEST_TEXT = 32_000;

    private HitCells() {}

    static List<@Nullable Object> of(ClauseDocument clause, String baseUrl) {
        return Arrays.asList(
                clause.reference(),
                clause.contractTitle(),
                clause.agency(),
                String.join(", ", clause.countries()),
                clause.tier(),
                clause.outcome() == null ? null : FacetValues.label(SearchQuery.Facet.OUTCOME, clause.outcome()),
                clause.documentTitle(),
                clause.incident() == null ? clause.versionNumber() : null,
                clause.current() ? "No" : "Yes",
                clause.page(),
                clause.part(),
                clause.number(),
                clause.heading(),
                shortened(clause.text()),
                baseUrl + path(clause));
    }

    private static String path(ClauseDocument clause) {
        IndexedIncident incident = clause.incident();
        return incident == null
                ? "/contracts/%s/documents/%s?clause=%s#clause-%s"
                        .formatted(clause.contractId(), clause.versionId(), clause.ordinal(), clause.ordinal())
                : "/contracts/%s#incident-%s".formatted(clause.contractId(), incident.id());
    }

    /** A cell of a spreadsheet holds 32,767 characters. */
    private static String shortened(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
    }
}
