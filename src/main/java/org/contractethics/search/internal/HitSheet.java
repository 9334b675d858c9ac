package org.contractethics.search.internal;

import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.contractethics.shared.Csv;
import org.jspecify.annotations.Nullable;

/** The sheet of exported clauses, written from top to bottom: a frozen head, typed cells, a filter over all of it. */
final class HitSheet {

    static final int ROWS_IN_MEMORY = 200;

    private static final int CHARACTER = 256;
    private static final int[] WIDTHS = {14, 40, 36, 12, 7, 22, 36, 9, 12, 8, 14, 10, 36, 100, 50};

    private final SXSSFSheet sheet;
    private final CellStyle text;
    private final CellStyle quoted;
    private final CellStyle number;
    private int next;

    HitSheet(SXSSFWorkbook book) {
        sheet = book.createSheet("Clauses");
        text = style(book, "@");
        text.setWrapText(true);
        quoted = style(book, "@");
        quoted.setWrapText(true);
        quoted.setQuotePrefixed(true);
        number = style(book, "0");
        head(book);
    }

    private void head(SXSSFWorkbook book) {
        Font bold = book.createFont();
        bold.setBold(true);
        CellStyle style = style(book, "@");
        style.setFont(bold);
        Row row = sheet.createRow(next++);
        for (int i = 0; i < HitCells.HEADS.size(); i++) {
            Cell cell = row.createCell(i);
            cell.setCellValue(HitCells.HEADS.get(i));
            cell.setCellStyle(style);
            sheet.setColumnWidth(i, WIDTHS[i] * CHARACTER);
        }
        sheet.createFreezePane(0, 1);
    }

    private static CellStyle style(SXSSFWorkbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    void row(List<@Nullable Object> values) {
        Row row = sheet.createRow(next++);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof Number count) {
                Cell cell = row.createCell(i);
                cell.setCellValue(count.doubleValue());
                cell.setCellStyle(number);
            } else if (value != null) {
                words(row.createCell(i), value.toString());
            }
        }
    }

    /** A text is never a formula here, and the quote prefix keeps it one when somebody edits it. */
    private void words(Cell cell, String value) {
        cell.setCellValue(value);
        cell.setCellStyle(Csv.looksLikeFormula(value) ? quoted : text);
    }

    void finish() {
        sheet.setAutoFilter(new CellRangeAddress(0, next - 1, 0, HitCells.HEADS.size() - 1));
    }
}
