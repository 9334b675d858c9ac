package org.contractethics.document.comparison;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two texts compared: every paragraph of both, in the order of the new one. */
public record Comparison(List<Row> rows) {

    public Comparison {
        rows = List.copyOf(rows);
    }

    /** What became of a paragraph. */
    public enum Kind {
        SAME,
        CHANGED,
        ADDED,
        REMOVED,
        /** At its new place; its words may have changed too. */
        MOVED_HERE,
        /** At its old place. */
        MOVED_AWAY
    }

    /**
     * @param before null where it was added
     * @param after null where it was removed
     * @param pieces its words, old and new
     */
    public record Row(Kind kind, @Nullable Passage before, @Nullable Passage after, List<Piece> pieces) {

        public Row {
            pieces = List.copyOf(pieces);
        }

        public boolean differs() {
            return kind != Kind.SAME;
        }
    }

    /** @param before and {@code after}: the paragraphs of the two texts, in reading order */
    public static Comparison of(List<Passage> before, List<Passage> after) {
        return new Comparison(Resplit.joined(rows(before, after)));
    }

    private static List<Row> rows(List<Passage> before, List<Passage> after) {
        int[] oldOf = Matching.of(before, after);
        boolean[] inPlace = InPlace.of(oldOf, after, before.size());
        boolean[] matched = new boolean[before.size()];
        boolean[] stays = new boolean[before.size()];
        for (int i = 0; i < oldOf.length; i++) {
            if (oldOf[i] != Matching.NONE) {
                matched[oldOf[i]] = true;
                stays[oldOf[i]] = inPlace[i];
            }
        }
        List<Row> rows = new ArrayList<>();
        int old = 0;
        for (int i = 0; i < oldOf.length; i++) {
            boolean here = oldOf[i] != Matching.NONE && inPlace[i];
            while (here && old < oldOf[i]) {
                gone(before.get(old), matched[old], stays[old], rows);
                old++;
            }
            rows.add(row(oldOf[i] == Matching.NONE ? null : before.get(oldOf[i]), after.get(i), inPlace[i]));
            old = here ? oldOf[i] + 1 : old;
        }
        for (; old < before.size(); old++) {
            gone(before.get(old), matched[old], stays[old], rows);
        }
        return rows;
    }

    private static void gone(Passage passage, boolean matched, boolean stays, List<Row> rows) {
        if (!stays) {
            Kind kind = matched ? Kind.MOVED_AWAY : Kind.REMOVED;
            rows.add(new Row(kind, passage, null, List.of(new Piece(Piece.Kind.DELETED, passage.text()))));
        }
    }

    private static Row row(@Nullable Passage before, Passage after, boolean inPlace) {
        if (before == null) {
            return new Row(Kind.ADDED, null, after, List.of(new Piece(Piece.Kind.INSERTED, after.text())));
        }
        List<Piece> pieces = WordDiff.between(before.text(), after.text());
        boolean same = pieces.stream().allMatch(piece -> piece.kind() == Piece.Kind.SAME);
        return new Row(inPlace ? same ? Kind.SAME : Kind.CHANGED : Kind.MOVED_HERE, before, after, pieces);
    }

    public long count(Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).count();
    }

    /** Whether the two say the same in the same order. */
    public boolean identical() {
        return rows.stream().noneMatch(Row::differs);
    }
}
