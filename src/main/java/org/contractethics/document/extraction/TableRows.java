package org.contractethics.document.extraction;

import java.util.ArrayList;
import java.util.List;

/** Turns cells into rows of text; the first row that holds words only is taken for the names of the columns. */
final class TableRows {

    private static final int LONGEST_CONTEXT = 200;

    private final PartDraft into;
    private final int page;
    private final List<String> cells = new ArrayList<>();
    private boolean wordsOnly = true;
    private String columns = "";

    TableRows(PartDraft into, int page) {
        this.into = into;
        this.page = page;
    }

    void cell(String shown, boolean number) {
        String clean = CleanText.of(shown);
        if (!clean.isEmpty()) {
            cells.add(clean);
            wordsOnly &= !number;
        }
    }

    void endRow() {
        if (!cells.isEmpty()) {
            String row = String.join(" | ", cells);
            into.add(row, columns, page);
            if (columns.isEmpty() && wordsOnly && cells.size() > 1 && row.length() <= LONGEST_CONTEXT) {
                columns = row;
            }
        }
        cells.clear();
        wordsOnly = true;
    }
}
