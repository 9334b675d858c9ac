package org.contractethics.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Picture;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.streaming.SXSSFPicture;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/** Writes one sheet from top to bottom: a frozen head, typed cells, a filter over all of it, and a set-up for paper. */
final class SheetWriter {

    private static final int LONGEST_TEXT = 32_000;
    private static final int CHARACTER = 256;
    private static final int PICTURE_ROWS = 14;

    private final SXSSFSheet sheet;
    private final SheetStyles styles;
    private int next;
    private int columns;
    private int[] widths = {};

    SheetWriter(SXSSFSheet sheet, SheetStyles styles, String footer) {
        this.sheet = sheet;
        this.styles = styles;
        PrintSetup print = sheet.getPrintSetup();
        print.setLandscape(true);
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.getFooter().setLeft("&8" + footer);
        sheet.getFooter().setRight("&8Page &P of &N");
    }

    /** The head of the whole sheet: stays in view, and on top of every printed page. */
    void head(List<String> heads, int... widths) {
        widths(widths);
        heading(heads.toArray());
        columns = heads.size();
        sheet.createFreezePane(0, 1);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
    }

    void widths(int... characters) {
        widths = characters;
        for (int i = 0; i < characters.length; i++) {
            sheet.setColumnWidth(i, characters[i] * CHARACTER);
        }
    }

    void title(String text) {
        line(styles.title(), text);
    }

    void heading(Object... values) {
        RowLines.bold(line(styles.head(), values), widths, values);
    }

    /** A text over the first columns, which would be a narrow pillar in one of them. */
    void over(int cells, String text) {
        Row row = sheet.createRow(next++);
        writeText(row.createCell(0), text);
        sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, cells - 1));
        RowLines.fit(
                row, RowLines.lines(text, Arrays.stream(widths).limit(cells).sum()));
    }

    /** Texts, numbers, days and times, each as such; null leaves the cell empty. */
    void row(@Nullable Object... values) {
        Row row = sheet.createRow(next++);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                write(row.createCell(i), value);
            }
        }
        RowLines.fit(row, widths, values);
    }

    /** A square picture below what is written, not stretched whatever the printer does. */
    void picture(byte[] png, String told) {
        ClientAnchor anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
        anchor.setAnchorType(ClientAnchor.AnchorType.MOVE_DONT_RESIZE);
        anchor.setRow1(next);
        anchor.setRow2(next + PICTURE_ROWS);
        anchor.setDx2(Units.toEMU(RowLines.POINTS * PICTURE_ROWS));
        Picture picture = sheet.createDrawingPatriarch()
                .createPicture(anchor, sheet.getWorkbook().addPicture(png, Workbook.PICTURE_TYPE_PNG));
        ((SXSSFPicture) picture).getCTPicture().getNvPicPr().getCNvPr().setDescr(told);
        // rows with text are left to grow with it
        for (int i = 0; i < PICTURE_ROWS; i++) {
            sheet.createRow(next++).setHeightInPoints(RowLines.POINTS);
        }
    }

    void gap() {
        next++;
    }

    int rows() {
        return next;
    }

    /** Call once after the last row of a sheet with a head. */
    void finish() {
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(next - 1, 0), 0, columns - 1));
    }

    private Row line(org.apache.poi.ss.usermodel.CellStyle style, Object... values) {
        Row row = sheet.createRow(next++);
        for (int i = 0; i < values.length; i++) {
            Cell cell = row.createCell(i);
            cell.setCellValue(String.valueOf(values[i]));
            cell.setCellStyle(style);
        }
        return row;
    }

    private void write(Cell cell, Object value) {
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
            cell.setCellStyle(styles.number());
        } else if (value instanceof Instant time) {
            cell.setCellValue(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
            cell.setCellStyle(styles.time());
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(styles.day());
        } else {
            writeText(cell, String.valueOf(value));
        }
    }

    /** A text is never a formula here, and the quote prefix keeps it one when somebody edits or saves it as another format. */
    private void writeText(Cell cell, String text) {
        cell.setCellValue(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text);
        cell.setCellStyle(looksLikeFormula(text) ? styles.quoted() : styles.text());
    }

    static boolean looksLikeFormula(String text) {
        return !text.isEmpty()
                && Arrays.asList('=', '+', '-', '@', '\t', '\r', '\n').contains(text.charAt(0));
    }
}
