package org.contractethics.shared;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of comma separated values (RFC 4180) that no spreadsheet runs. */
public final class Csv {

    /** Spreadsheets take a file for UTF-8 only with this mark at its begin. */
    public static final String MARK = "\ufeff";

    private Csv() {}

    /** One line with its end. Texts are quoted, numbers stand as they are, null is an empty cell. */
    public static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** Whether a spreadsheet would run the text instead of showing it; such a text gets an apostrophe before it. */
    public static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    }

    private static String cell(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        String text = cell.toString();
        String harmless = looksLikeFormula(text) ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
