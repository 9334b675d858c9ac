package org.contractethics.report.internal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.jspecify.annotations.Nullable;

/**
 * How high a row is whose texts take several lines. Programs that only convert or print a workbook do not grow its rows, and the
 * lines of one row would be printed over the next.
 */
final class RowLines {

    /** Points of one line of the letters that the cells are written in, in whatever font stands in for theirs. */
    static final int POINTS = 15;

    /** No program shows a higher row. */
    private static final int MOST = 27;

    private static final int UNSET = 8;

    /** Widths are told in digits, of which fewer stand in a line than of the letters of a text. */
    private static final int LETTERS = 6;

    private static final int DIGITS = 5;

    private RowLines() {}

    /** Leaves rows of one line alone; they grow by themselves when somebody writes more into them. */
    static void fit(Row row, int[] widths, @Nullable Object... values) {
        int lines = IntStream.range(0, values.length)
                .map(i -> values[i] instanceof String text ? lines(text, i < widths.length ? widths[i] : UNSET) : 1)
                .max()
                .orElse(1);
        fit(row, lines);
    }

    /** As many letters as digits: bold ones are wider. */
    static void bold(Row row, int[] widths, Object... values) {
        fit(row, Arrays.stream(widths).map(width -> width * DIGITS / LETTERS).toArray(), values);
    }

    static void fit(Row row, int lines) {
        if (lines > 1) {
            row.setHeightInPoints((float) POINTS * Math.min(lines, MOST));
        }
    }

    /** As words are wrapped: a word that does not fit begins a new line, and one that fits no line is broken. */
    static int lines(String text, int width) {
        int letters = width * LETTERS / DIGITS;
        return Math.max(1, text.lines().mapToInt(line -> wrapped(line, letters)).sum());
    }

    private static int wrapped(String line, int width) {
        int lines = 1;
        int filled = 0;
        for (int word : Arrays.stream(line.split(" ")).mapToInt(String::length).toArray()) {
            if (filled > 0 && filled + 1 + word > width) {
                lines++;
                filled = 0;
            }
            filled += (filled == 0 ? 0 : 1) + word;
            lines += (filled - 1) / width;
            filled = filled == 0 ? 0 : (filled - 1) % width + 1;
        }
        return lines;
    }
}
