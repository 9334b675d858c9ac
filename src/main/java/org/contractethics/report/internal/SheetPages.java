package org.contractethics.report.internal;

import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Begins the sheets of a workbook. */
record SheetPages(SXSSFWorkbook book, SheetStyles styles, String footer) {

    SheetWriter sheet(String name) {
        return new SheetWriter(book.createSheet(name), styles, footer);
    }
}
