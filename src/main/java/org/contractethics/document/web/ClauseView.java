package org.contractethics.document.web;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.extraction.Parts;
import org.contractethics.document.internal.ShownClause;
import org.contractethics.document.web.HitFinder.Hit;
import org.jspecify.annotations.Nullable;

/**
 * A clause as the viewer shows it: lines of fragments, so that the template never has to trust any text.
 *
 * @param newPart words for its part, where it is the first one shown of it; empty otherwise
 * @param struckOut whether it was struck out or moved away under tracked changes
 * @param note what a reader has to know about its part; empty for ordinary text
 */
public record ClauseView(
        int ordinal,
        String label,
        String newPart,
        boolean struckOut,
        String note,
        @Nullable Integer page,
        List<Line> titles,
        List<Line> body,
        int hits) {

    private static final int LONGEST_LABEL = 70;

    public ClauseView {
        titles = List.copyOf(titles);
        body = List.copyOf(body);
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
     */
    public record Fragment(String text, int hit, boolean first) {}

    static ClauseView of(ShownClause shown, String newPart, List<Hit> hits) {
        Clause clause = shown.clause();
        List<Line> titles = new ArrayList<>();
        List<Line> body = new ArrayList<>();
        int start = 0;
        while (start < clause.text().length()) {
            int end = clause.text().indexOf('\n', start);
            end = end < 0 ? clause.text().length() : end;
            (start < shown.titleLength() ? titles : body).add(line(clause.text(), start, end, hits));
            start = end + 1;
        }
        return new ClauseView(
                clause.ordinal(),
                label(clause),
                newPart,
                Parts.struckOut(clause.part()),
                PartWords.note(clause.part()),
                clause.page(),
                titles,
                body,
                hits.size());
    }

    private static Line line(String text, int start, int end, List<Hit> hits) {
        List<Fragment> fragments = new ArrayList<>();
        int at = start;
        for (Hit hit : hits) {
            int from = Math.max(hit.start(), at);
            int to = Math.min(hit.end(), end);
            if (from < to) {
                if (from > at) {
                    fragments.add(new Fragment(text.substring(at, from), 0, false));
                }
                fragments.add(new Fragment(text.substring(from, to), hit.number(), hit.start() >= start));
                at = to;
            }
        }
        if (at < end) {
            fragments.add(new Fragment(text.substring(at, end), 0, false));
        }
        return new Line(fragments);
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
