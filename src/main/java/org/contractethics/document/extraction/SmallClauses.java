package org.contractethics.document.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.contractethics.document.extraction.Reading.ClauseText;

/** Puts scraps together with their neighbours, so that a hit always shows enough to understand it. */
final class SmallClauses {

    private static final int SHORTEST = 40;

    private SmallClauses() {}

    static List<ClauseText> merge(PartDraft part, List<ClauseText> clauses) {
        String text = part.text();
        List<ClauseText> merged = new ArrayList<>();
        for (ClauseText clause : clauses) {
            ClauseText last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && belongTogether(last, clause, part.prose())) {
                merged.set(merged.size() - 1, join(text, last, clause));
            } else {
                merged.add(clause);
            }
        }
        return merged;
    }

    private static boolean belongTogether(ClauseText first, ClauseText second, boolean prose) {
        boolean fits = second.end() - first.start() <= PartSplitter.LONGEST;
        boolean small = first.text().length() < SHORTEST || second.text().length() < SHORTEST;
        // a heading opens something new, however short; and words of two slides or sheets are kept apart
        boolean opens =
                second.titleLength() > 0 && first.titleLength() < first.text().length();
        boolean samePlace = prose || Objects.equals(first.page(), second.page());
        return fits && small && !opens && samePlace;
    }

    private static ClauseText join(String text, ClauseText first, ClauseText second) {
        boolean secondLeads = first.text().length() < SHORTEST && second.text().length() >= SHORTEST;
        ClauseText lead = secondLeads && !second.number().isEmpty() ? second : first;
        boolean titles = first.titleLength() == first.text().length();
        return new ClauseText(
                first.part(),
                lead.number(),
                lead.heading(),
                text.substring(first.start(), second.end()),
                titles ? second.start() - first.start() + second.titleLength() : first.titleLength(),
                first.page(),
                first.start(),
                second.end());
    }
}
