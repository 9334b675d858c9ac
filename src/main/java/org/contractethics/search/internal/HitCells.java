package org.contractethics.search.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
                clause.versionNumber(),
                clause.current() ? "No" : "Yes",
                clause.page(),
                clause.part(),
                clause.number(),
                clause.heading(),
                shortened(clause.text()),
                "%s/contracts/%s/documents/%s?clause=%d#clause-%d"
                        .formatted(
                                baseUrl, clause.contractId(), clause.versionId(), clause.ordinal(), clause.ordinal()));
    }

    /** A cell of a spreadsheet holds 32,767 characters. */
    private static String shortened(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
    }

    /** Whether a spreadsheet would run it instead of showing it. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    }

    /** A line of comma separated values; a text that a spreadsheet would run gets an apostrophe before it. */
    static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(HitCells::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String quoted(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Number number) {
            return String.format(Locale.ROOT, "%d", number.longValue());
        }
        String text = cell.toString();
        String harmless = looksLikeFormula(text) ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
