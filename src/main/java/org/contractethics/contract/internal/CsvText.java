package org.contractethics.contract.internal;

import java.util.List;
import java.util.stream.Collectors;

/** Writes comma separated values that a spreadsheet opens without running anything. */
public final class CsvText {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvText() {}

    /** One row with its line end; a cell that a spreadsheet would take for a formula gets an apostrophe before it. */
    public static String row(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        String harmless = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
