package org.contractethics.document.extraction;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.extractor.OldExcelExtractor;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFShape;
import org.apache.poi.hssf.usermodel.HSSFShapeContainer;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFSimpleShape;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.HeaderFooter;
import org.apache.poi.ss.usermodel.Row;

/** XLS of Excel 97 to 2003; of older versions the plain text. */
final class OldSpreadsheetReader implements FormatReader {

    @Override
    public void read(Path file, Draft draft) throws IOException {
        if (isBareWorkbook(file)) {
            try (OldExcelExtractor extractor = new OldExcelExtractor(file.toFile())) {
                addLines(extractor, draft);
            }
            return;
        }
        try (POIFSFileSystem compound = new POIFSFileSystem(file.toFile(), true)) {
            try (HSSFWorkbook workbook = new HSSFWorkbook(compound.getRoot(), false)) {
                readSheets(workbook, draft);
                OldExtras.addProperties(workbook, draft);
                OldExtras.addFolders(compound.getRoot(), "MBD", draft);
            } catch (OldExcelFormatException e) {
                try (OldExcelExtractor extractor = new OldExcelExtractor(compound)) {
                    addLines(extractor, draft);
                }
            }
        }
    }

    /** Excel 2 to 4 wrote their records without an envelope. */
    private static boolean isBareWorkbook(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return FileMagic.valueOf(in) != FileMagic.OLE2;
        }
    }

    private static void addLines(OldExcelExtractor extractor, Draft draft) {
        for (String line : extractor.getText().split("\n", -1)) {
            draft.plain("cells").add(line, null);
        }
    }

    private static void readSheets(HSSFWorkbook workbook, Draft draft) {
        DataFormatter formatter = new DataFormatter(Locale.US);
        draft.pages(workbook.getNumberOfSheets());
        List<String> names = new ArrayList<>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            HSSFSheet sheet = workbook.getSheetAt(i);
            String name = CleanText.of(workbook.getSheetName(i));
            boolean hidden = workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i);
            if (hidden) {
                draft.gap("The sheet “" + name + "” is hidden in Excel; its text is shown here.");
            }
            readCells(sheet, draft, (hidden ? "hidden sheet: " : "sheet: ") + name, i + 1, formatter);
            readAround(sheet, draft, i + 1);
            names.add(name);
        }
        draft.addSheetNames(names);
    }

    private static void readCells(HSSFSheet sheet, Draft draft, String part, int page, DataFormatter formatter) {
        TableRows rows = new TableRows(draft.plain(part), page);
        TableRows unseen = new TableRows(draft.plain("hidden cells, " + part), page);
        for (Row row : sheet) {
            draft.budget().checkTime();
            for (Cell cell : row) {
                boolean number = type(cell) == CellType.NUMERIC;
                boolean hidden = row.getZeroHeight() || sheet.isColumnHidden(cell.getColumnIndex());
                String shown = shown(cell, formatter);
                (hidden ? unseen : rows).cell(shown, number);
                if (hidden && !shown.isBlank()) {
                    draft.gap("Some rows or columns are hidden in Excel; their text stands here under “Hidden cells”.");
                }
            }
            rows.endRow();
            unseen.endRow();
        }
    }

    private static CellType type(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    }

    private static String shown(Cell cell, DataFormatter formatter) {
        return switch (type(cell)) {
            case STRING -> cell.getRichStringCellValue().getString();
            case NUMERIC -> number(cell, formatter);
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            default -> "";
        };
    }

    private static String number(Cell cell, DataFormatter formatter) {
        double value = cell.getNumericCellValue();
        try {
            CellStyle style = cell.getCellStyle();
            return formatter.formatRawCellContents(value, style.getDataFormat(), style.getDataFormatString());
        } catch (RuntimeException e) {
            return Double.toString(value); // a format nobody can apply: the bare number is still the number
        }
    }

    private static void readAround(HSSFSheet sheet, Draft draft, int page) {
        addHeader(sheet.getHeader(), draft, page);
        addHeader(sheet.getFooter(), draft, page);
        for (HSSFComment comment : sheet.getCellComments().values()) {
            String cell = "Comment on cell " + comment.getAddress().formatAsString();
            draft.plain(Parts.COMMENTS).add(comment.getString().getString(), cell, page);
        }
        if (sheet.getDrawingPatriarch() != null) {
            readShapes(sheet.getDrawingPatriarch(), draft, page);
        }
    }

    private static void addHeader(HeaderFooter header, Draft draft, int page) {
        String words = String.join(" ", header.getLeft(), header.getCenter(), header.getRight());
        draft.plain("headers and footers").add(HeaderCodes.strip(words), page);
    }

    private static void readShapes(HSSFShapeContainer shapes, Draft draft, int page) {
        for (HSSFShape shape : shapes.getChildren()) {
            draft.budget().checkTime();
            if (shape instanceof HSSFShapeContainer group) {
                readShapes(group, draft, page);
            } else if (shape instanceof HSSFSimpleShape box && !(shape instanceof HSSFComment)) {
                draft.plain("text boxes").add(words(box), page);
            }
        }
    }

    private static String words(HSSFSimpleShape box) {
        try {
            return box.getString() == null ? "" : box.getString().getString();
        } catch (NullPointerException e) {
            return ""; // what POI answers for shapes that hold no text
        }
    }
}
