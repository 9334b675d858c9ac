package org.contractethics.document.web;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.extraction.Parts;
import org.contractethics.document.internal.ShownClause;
import org.jspecify.annotations.Nullable;

/**
 * A clause as the viewer shows it: lines of fragments, so that the template never has to trust any text.
 *
 * @param newPart words for its part, where it is the first one shown of it; empty otherwise
 * @param struckOut whether it was struck out or moved away under tracked changes
 * @param note what a reader has to know about its part; empty for ordinary text
 * @param confidence of the text recognition (OCR) of its page in per cent; null where the file itself has the words
 * @param path the headings and numbers that lead to it, outermost first
 * @param newPage whether it is the first one shown of its page
 */
public record ClauseView(
        int ordinal,
        String label,
        String newPart,
        boolean struckOut,
        String note,
        @Nullable Integer page,
        @Nullable Integer confidence,
        List<Line> titles,
        List<Line> body,
        int hits,
        List<String> path,
        boolean newPage) {

    private static final int LONGEST_LABEL = 70;

    public ClauseView {
        titles = List.copyOf(titles);
        body = List.copyOf(body);
        path = List.copyOf(path);
    }

    /** One line or paragraph. */
    public record Line(List<Fragment> fragments) {

        public Line {
            fragments = List.copyOf(fragments);
        }
    }

    /**
     * @param hit number of the hit it belongs to; 0 outside any
     * @param first whether a hit begins with it: it carries the anchor
     * @param target ordinal of the clause these words name; null where they name none
     */
    public record Fragment(String text, int hit, boolean first, @Nullable Integer target) {

        Fragment(String text, int hit, boolean first) {
            this(text, hit, first, null);
        }
    }

    static ClauseView of(ShownClause shown, String newPart, boolean newPage, Marks marks) {
        Clause clause = shown.clause();
        List<Line> titles = new ArrayList<>();
        List<Line> body = new ArrayList<>();
        int start = 0;
        while (start < clause.text().length()) {
            int end = clause.text().indexOf('\n', start);
            end = end < 0 ? clause.text().length() : end;
            (start < shown.titleLength() ? titles : body).add(new Line(marks.fragments(clause.text(), start, end)));
            start = end + 1;
        }
        return new ClauseView(
                clause.ordinal(),
                label(clause),
                newPart,
                Parts.struckOut(clause.part()),
                PartWords.note(clause.part()),
                clause.page(),
                marks.confidence(),
                titles,
                body,
                marks.hits().size(),
                clause.headingPath(),
                newPage);
    }

    /** What the list of clauses shows: number and heading, or else how it begins. */
    private static String label(Clause clause) {
        String heading = clause.heading();
        boolean named = !clause.number().isEmpty();
        String words = named ? clause.number() + (heading.isEmpty() ? "" : " " + heading) : firstWords(clause.text());
        return words.length() <= LONGEST_LABEL
                ? words
                : words.substring(0, LONGEST_LABEL - 1).strip() + "…";
    }

    private static String firstWords(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
