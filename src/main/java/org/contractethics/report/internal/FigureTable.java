package org.contractethics.report.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure as a table, the same on the page, in the printed report and in the spreadsheet.
 *
 * @param head heads of the columns after the first
 * @param total the last line; null where a sum says nothing
 */
public record FigureTable(Figure figure, List<String> head, List<Line> lines, @Nullable Line total) {

    /** One row. */
    public record Line(String label, List<Value> values) {}

    /**
     * One cell.
     *
     * @param text as shown
     * @param number the same for spreadsheets; null where it is no number
     * @param counted whether it leads down to what it counts
     * @param row key of the row it counts; null for all
     * @param column key of the column it counts; null for all
     */
    public record Value(
            String text, @Nullable Double number, boolean counted, @Nullable String row, @Nullable String column) {

        /** The number where there is one, else the words. */
        public Object told() {
            return number == null ? text : number;
        }

        static Value count(int count, @Nullable String row, @Nullable String column) {
            return new Value(String.valueOf(count), (double) count, count > 0, row, column);
        }

        static Value number(@Nullable Long number) {
            return number == null ? plain("–") : new Value(number.toString(), number.doubleValue(), false, null, null);
        }

        static Value percent(int part, int whole) {
            if (whole == 0) {
                return plain("–");
            }
            long percent = Math.round(100.0 * part / whole);
            return new Value(percent + " %", (double) percent, false, null, null);
        }

        static Value hidden() {
            return plain("hidden");
        }

        static Value plain(String text) {
            return new Value(text, null, false, null, null);
        }
    }
}
