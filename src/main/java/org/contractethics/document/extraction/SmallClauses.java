package org.contractethics.document.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Puts scraps together with their neighbours, so that a hit always shows enough to understand it. */
final class SmallClauses {

    private static final int SHORTEST = 40;

    private SmallClauses() {}

    static List<Piece> merge(PartDraft part, List<Piece> clauses) {
        List<Piece> merged = new ArrayList<>();
        for (Piece clause : clauses) {
            Piece last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && belongTogether(last, clause, part.prose())) {
                merged.set(merged.size() - 1, join(last, clause));
            } else {
                merged.add(clause);
            }
        }
        return merged;
    }

    private static boolean belongTogether(Piece first, Piece second, boolean prose) {
        boolean fits = second.end() - first.start() <= PartSplitter.LONGEST;
        boolean small = first.length() < SHORTEST || second.length() < SHORTEST;
        // a heading opens something new, however short; and words of two slides or sheets are kept apart
        boolean opens = hasBody(first) && (second.titleLength() > 0 || standsForItself(first, second));
        boolean alone = first.reserved() || (second.reserved() && !scrap(first));
        boolean samePlace = prose || Objects.equals(first.page(), second.page());
        return fits && small && !opens && !(alone && hasBody(first)) && samePlace;
    }

    private static boolean hasBody(Piece piece) {
        return piece.titleLength() < piece.length();
    }

    /** "4. Governing law. That of Virginia." is found by its number; only a scrap without one goes before it. */
    private static boolean standsForItself(Piece first, Piece second) {
        return second.provision() && !scrap(first);
    }

    private static boolean scrap(Piece piece) {
        return piece.number().isEmpty() && piece.length() < SHORTEST;
    }

    private static Piece join(Piece first, Piece second) {
        boolean secondLeads = scrap(first) || (first.length() < SHORTEST && second.length() >= SHORTEST);
        Piece lead = secondLeads && !second.number().isEmpty() ? second : first;
        boolean titles = !hasBody(first);
        return new Piece(
                lead.number(),
                lead.provision(),
                first.reserved() || second.reserved(),
                lead.heading(),
                lead.path(),
                titles ? second.start() - first.start() + second.titleLength() : first.titleLength(),
                first.page(),
                first.start(),
                second.end());
    }
}
