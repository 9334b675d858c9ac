package org.contractethics.document.web;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.document.comparison.Comparison;
import org.contractethics.document.comparison.Comparison.Kind;
import org.contractethics.document.comparison.Comparison.Row;
import org.contractethics.document.comparison.Passage;
import org.jspecify.annotations.Nullable;

/**
 * A comparison as its page shows it.
 *
 * @param changes how many paragraphs differ in all
 * @param from index of the first line shown
 * @param total lines there are with this filter
 */
public record CompareView(List<Line> lines, List<String> counts, int changes, int from, int total) {

    /** Lines on one page; a long contract that was written anew has thousands. */
    static final int WINDOW = 1_000;

    public CompareView {
        lines = List.copyOf(lines);
        counts = List.copyOf(counts);
    }

    /**
     * @param label the clause it stands in, where another one begins; empty otherwise
     * @param change its number among the changes; 0 where it is the same in both
     * @param skipped how many paragraphs that are the same were left out here; the row is null then
     */
    public record Line(@Nullable Row row, String label, int change, int skipped) {

        public String kind() {
            Row of = row;
            if (of == null) {
                return "";
            }
            return switch (of.kind()) {
                case SAME -> "";
                case CHANGED -> "Changed";
                case ADDED -> "Added";
                case REMOVED -> "Removed";
                case MOVED_HERE -> "Moved here from " + place(of.before());
                case MOVED_AWAY -> "Moved elsewhere";
            };
        }

        private static String place(@Nullable Passage passage) {
            return passage == null || passage.label().isEmpty() ? "another place" : passage.label();
        }
    }

    static CompareView of(Comparison comparison, boolean all, int from) {
        List<Line> lines = lines(comparison, all);
        int start = Math.max(0, Math.min(from, Math.max(0, lines.size() - 1))) / WINDOW * WINDOW;
        int changes = (int) comparison.rows().stream().filter(Row::differs).count();
        return new CompareView(
                lines.subList(start, Math.min(lines.size(), start + WINDOW)),
                counts(comparison),
                changes,
                start,
                lines.size());
    }

    private static List<Line> lines(Comparison comparison, boolean all) {
        List<Line> lines = new ArrayList<>();
        String label = "";
        int change = 0;
        int skipped = 0;
        for (Row row : comparison.rows()) {
            if (!row.differs() && !all) {
                skipped++;
                continue;
            }
            if (skipped > 0) {
                lines.add(new Line(null, "", 0, skipped));
                skipped = 0;
            }
            String of = label(row);
            lines.add(new Line(row, of.equals(label) ? "" : of, row.differs() ? ++change : 0, 0));
            label = of;
        }
        if (skipped > 0) {
            lines.add(new Line(null, "", 0, skipped));
        }
        return lines;
    }

    private static String label(Row row) {
        Passage after = row.after();
        Passage before = row.before();
        return after != null ? after.label() : before == null ? "" : before.label();
    }

    private static List<String> counts(Comparison comparison) {
        List<String> counts = new ArrayList<>();
        count(counts, comparison.count(Kind.CHANGED), "changed");
        count(counts, comparison.count(Kind.ADDED), "added");
        count(counts, comparison.count(Kind.REMOVED), "removed");
        count(counts, comparison.count(Kind.MOVED_HERE), "moved");
        return counts;
    }

    private static void count(List<String> counts, long count, String what) {
        if (count > 0) {
            counts.add(count + " " + what);
        }
    }

    /** "3 changed, 1 added". */
    public String summary() {
        return counts.isEmpty() ? "The two texts say the same." : "Paragraphs: " + String.join(", ", counts) + ".";
    }

    /** First line of the window before this one; negative where there is none. */
    public int before() {
        return from - WINDOW;
    }

    /** First line of the window after this one; negative where there is none. */
    public int after() {
        return from + lines.size() < total ? from + lines.size() : -1;
    }
}
