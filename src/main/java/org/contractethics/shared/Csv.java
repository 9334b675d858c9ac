package org.contractethics.paper;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of comma separated values (RFC 4180) that no spreadsheet runs. */
public final class Csv {

    /** Spreadsheets take a file for UTF-8 only with this mark at its begin. */
    public static final String MARK = "\ufeff";

    private Csv() {}

    /** Texts are quoted; one that looks like a formula gets an apostrophe before it. Whole numbers stand as they are. */
    public static String line(List<?> cells) {
        return cells.stream().map(Csv::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String quoted(Object cell) {
        if (cell instanceof Number number) {
            return String.valueOf(number.longValue());
        }
        String text = cell.toString();
        String harmless = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
