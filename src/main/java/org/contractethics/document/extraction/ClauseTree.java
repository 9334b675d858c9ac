package org.contractethics.document.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.contractethics.document.extraction.Outline.Step;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.jspecify.annotations.Nullable;

/** Makes a tree of the clauses of a part: the parent of a clause is the one in which the heading next above it stands. */
final class ClauseTree {

    private ClauseTree() {}

    /** @param before how many clauses of other parts come first */
    static List<ClauseText> of(int partIndex, String text, List<Piece> pieces, int before) {
        NavigableMap<Integer, Integer> byStart = new TreeMap<>();
        List<ClauseText> clauses = new ArrayList<>();
        for (Piece piece : pieces) {
            int index = before + clauses.size();
            byStart.put(piece.start(), index);
            clauses.add(new ClauseText(
                    partIndex,
                    piece.number(),
                    piece.heading(),
                    piece.path().stream().map(Step::label).toList(),
                    parent(piece, index, byStart),
                    text.substring(piece.start(), piece.end()),
                    piece.titleLength(),
                    piece.page(),
                    piece.start(),
                    piece.end()));
        }
        return clauses;
    }

    private static @Nullable Integer parent(Piece piece, int index, NavigableMap<Integer, Integer> byStart) {
        for (int i = piece.path().size() - 1; i >= 0; i--) {
            var holder = byStart.floorEntry(piece.path().get(i).start());
            if (holder != null && holder.getValue() < index) {
                return holder.getValue();
            }
        }
        return null;
    }
}
