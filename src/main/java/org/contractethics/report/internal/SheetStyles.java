package org.contractethics.report.internal;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** The cell styles of a workbook, made once because a workbook takes only so many. */
record SheetStyles(
        CellStyle title,
        CellStyle head,
        CellStyle text,
        CellStyle quoted,
        CellStyle number,
        CellStyle day,
        CellStyle time) {

    static SheetStyles of(Workbook book) {
        CellStyle quoted = text(book);
        quoted.setQuotePrefixed(true);
        return new SheetStyles(
                title(book),
                head(book),
                text(book),
                quoted,
                number(book),
                formatted(book, "yyyy-mm-dd"),
                formatted(book, "yyyy-mm-dd hh:mm"));
    }

    private static Font bold(Workbook book) {
        Font font = book.createFont();
        font.setBold(true);
        return font;
    }

    private static CellStyle title(Workbook book) {
        Font font = bold(book);
        font.setFontHeightInPoints((short) 14);
        CellStyle style = book.createCellStyle();
        style.setFont(font);
        return style;
    }

    private static CellStyle head(Workbook book) {
        CellStyle style = book.createCellStyle();
        style.setFont(bold(book));
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setBorderBottom(BorderStyle.THIN);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private static CellStyle text(Workbook book) {
        CellStyle style = book.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setDataFormat(book.createDataFormat().getFormat("@"));
        return style;
    }

    /** A space beside it keeps it apart from a text in the next column. */
    private static CellStyle number(Workbook book) {
        CellStyle style = formatted(book, "#,##0");
        style.setAlignment(HorizontalAlignment.RIGHT);
        style.setIndention((short) 1);
        return style;
    }

    /** Days and times, which begin where texts do. */
    private static CellStyle formatted(Workbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }
}
