package org.contractethics.document.comparison;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.document.comparison.Comparison.Kind;
import org.contractethics.document.comparison.Comparison.Row;

/** The same words cut into other paragraphs, as a new page break or another program cuts them, are no change. */
final class Resplit {

    private Resplit() {}

    static List<Row> joined(List<Row> rows) {
        List<Row> joined = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            int to = from;
            while (to < rows.size() && inOneGap(rows.get(to).kind())) {
                to++;
            }
            joined.addAll(
                    to - from > 1 ? joinedGap(rows.subList(from, to)) : rows.subList(from, Math.max(to, from + 1)));
            from = Math.max(to, from + 1);
        }
        return joined;
    }

    private static boolean inOneGap(Kind kind) {
        return kind == Kind.CHANGED || kind == Kind.ADDED || kind == Kind.REMOVED;
    }

    private static List<Row> joinedGap(List<Row> gap) {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (Row row : gap) {
            before.append(
                    row.before() == null ? "" : Shingles.of(row.before().text()).key());
            after.append(
                    row.after() == null ? "" : Shingles.of(row.after().text()).key());
        }
        if (!before.toString().contentEquals(after)) {
            return gap;
        }
        List<Row> same = new ArrayList<>();
        for (Row row : gap) {
            Passage passage = row.after();
            if (passage != null) {
                Passage old = row.before() == null ? passage : row.before();
                same.add(new Row(Kind.SAME, old, passage, List.of(new Piece(Piece.Kind.SAME, passage.text()))));
            }
        }
        return same;
    }
}
