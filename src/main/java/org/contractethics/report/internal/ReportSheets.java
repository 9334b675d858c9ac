package org.contractethics.report.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** What every report has as a spreadsheet. Rows are written to disk as they come, so memory does not grow with the record. */
final class ReportSheets {

    /** Times of entries; behind the name of their column. */
    static final String UTC = " (UTC)";

    private static final int ROWS_IN_MEMORY = 200;

    private ReportSheets() {}

    /** Fills the sheets of one report. */
    @FunctionalInterface
    interface Filling {

        void fill(SheetPages pages) throws IOException;
    }

    static void write(String title, FigureSet set, OutputStream out, Filling sheets) throws IOException {
        String footer = "Record of " + set.head().size() + " entries, root "
                + set.head().rootHash();
        write(title, footer, out, sheets);
    }

    /** @param footer stands at the foot of each printed page */
    static void write(String title, String footer, OutputStream out, Filling sheets) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            book.setCompressTempFiles(true);
            book.getXSSFWorkbook().getProperties().getCoreProperties().setTitle(title);
            sheets.fill(new SheetPages(book, SheetStyles.of(book), footer));
            book.write(out);
        }
    }

    /** What was asked, and the state of the record that answered. */
    static void about(SheetWriter sheet, String title, FigureSet set) {
        Scope scope = set.scope();
        sheet.title(title);
        sheet.row("From", scope.period().from());
        sheet.row("To", scope.period().to());
        sheet.row("Compared with", scope.period().before().words());
        sheet.row("Tier", scope.tier() == null ? "All" : scope.tier());
        sheet.row("Agency", scope.agency() == null ? "All" : scope.agency());
        sheet.row("Made at" + UTC, scope.now());
        sheet.row("Entries in the record (tree size)", set.head().size());
        sheet.row("Root hash (RFC 6962)", set.head().rootHash());
    }

    static void critical(SheetWriter sheet, FigureSet set, TitledRights titled) {
        sheet.head(List.of("Entry", "Contract", "Rights", "Decision", "Conditions", "Days"), 8, 44, 44, 24, 40, 8);
        set.critical()
                .forEach(found -> sheet.row(
                        found.item().entry(),
                        found.item().subject(),
                        titled.of(found),
                        found.decision(),
                        found.conditions(),
                        found.days()));
        sheet.finish();
    }
}
