package org.contractethics.document.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.binary.XSSFBCommentsTable;
import org.apache.poi.xssf.binary.XSSFBSharedStringsTable;
import org.apache.poi.xssf.binary.XSSFBSheetHandler;
import org.apache.poi.xssf.eventusermodel.XSSFBReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** XLSB: a package like XLSX, its sheets in binary records instead of XML. */
final class SpreadsheetBinaryReader implements FormatReader {

    @Override
    public void read(Path file, Draft draft) throws IOException {
        try (OfficePackage office = OfficePackage.open(file, draft.budget())) {
            office.guard();
            OfficeExtras.add(office, draft);
            drawings(office, draft);
        }
        try (OPCPackage opc = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            readSheets(opc, draft);
        } catch (OpenXML4JException | SAXException e) {
            throw new IOException("a workbook that cannot be read", e);
        }
    }

    /** Shapes are XML even here. */
    private static void drawings(OfficePackage office, Draft draft) throws IOException {
        DrawingText.readAll(office, "officedocument.drawing+xml", draft.plain("text boxes"));
        DrawingText.readAll(office, "drawingml.chart+xml", draft.plain("charts"));
    }

    private static void readSheets(OPCPackage opc, Draft draft) throws IOException, OpenXML4JException, SAXException {
        XSSFBReader reader = new XSSFBReader(opc);
        XSSFBSharedStringsTable shared = new XSSFBSharedStringsTable(opc);
        XSSFBReader.SheetIterator sheets = (XSSFBReader.SheetIterator) reader.getSheetsData();
        int page = 0;
        while (sheets.hasNext()) {
            page++;
            try (InputStream sheet = sheets.next()) {
                PartDraft cells = draft.plain("sheet: " + CleanText.of(sheets.getSheetName()));
                XSSFBCommentsTable comments = sheets.getXSSFBSheetComments();
                Cells handler = new Cells(draft, new TableRows(cells, page), page);
                new XSSFBSheetHandler(
                                sheet,
                                reader.getXSSFBStylesTable(),
                                comments,
                                shared,
                                handler,
                                new DataFormatter(),
                                false)
                        .parse();
            }
        }
        draft.pages(page);
    }

    /** Hands the cells on to the rows. */
    private record Cells(Draft draft, TableRows rows, int page) implements SheetContentsHandler {

        @Override
        public void startRow(int row) {}

        @Override
        public void endRow(int row) {
            draft.budget().checkTime();
            rows.endRow();
        }

        @Override
        public void cell(@Nullable String cell, @Nullable String shown, @Nullable XSSFComment comment) {
            String words = shown == null ? "" : shown;
            rows.cell(words, !words.isEmpty() && Character.isDigit(words.charAt(0)));
            if (comment != null && comment.getString() != null) {
                draft.plain(Parts.COMMENTS).add(comment.getString().getString(), "Comment on cell " + cell, page);
            }
        }

        @Override
        public void headerFooter(String text, boolean isHeader, String tagName) {
            draft.plain("headers and footers").add(HeaderCodes.strip(text), page);
        }
    }
}
