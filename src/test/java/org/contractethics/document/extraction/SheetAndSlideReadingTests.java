package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.contractethics.document.extraction.Reading.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetAndSlideReadingTests {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void cells_come_row_by_row_under_the_names_of_their_columns() throws IOException {
        try (Workbook workbook = new XSSFWorkbook()) {
            assertPricesAreRead(workbook);
        }
    }

    @Test
    void old_workbooks_read_the_same() throws IOException {
        try (Workbook workbook = new HSSFWorkbook()) {
            assertPricesAreRead(workbook);
        }
    }

    private void assertPricesAreRead(Workbook workbook) throws IOException {
        fillPrices(workbook);

        Text text = read(workbook);

        assertThat(ReadTexts.part(text, "sheet: Prices"))
                .isEqualTo("Item | Monthly price | Since\nFacial matching | $1,250.50 | 2026-01-31");
        assertThat(ReadTexts.part(text, "comments")).isEqualTo("Only for border posts");
        assertThat(ReadTexts.part(text, "headers and footers")).contains("Annex 4");
        assertThat(text.pages()).isEqualTo(2);
        assertThat(text.clauses().get(0).page()).isEqualTo(1);
    }

    @Test
    void a_hidden_sheet_is_read_and_said_to_be_hidden() throws IOException {
        try (Workbook workbook = new XSSFWorkbook()) {
            fillPrices(workbook);
            workbook.setSheetHidden(1, true);

            Text text = read(workbook);

            assertThat(text.gaps()).containsExactly("The sheet “Notes” is hidden in Excel; its text is shown here.");
            assertThat(ReadTexts.part(text, "hidden sheet: Notes")).isEqualTo("Internal only");
        }
    }

    @Test
    void an_empty_workbook_says_so() throws IOException {
        try (Workbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.createSheet("Sheet1");
            workbook.write(out);

            assertThat(ReadTexts.reason(DocumentFixtures.write(folder, out.toByteArray())))
                    .isEqualTo(UnreadableReason.NO_TEXT);
        }
    }

    @Test
    void a_text_box_on_a_sheet_is_read() {
        Text text = ReadTexts.text(DocumentFixtures.resource("WithTextBox.xlsx"));

        assertThat(ReadTexts.part(text, "text boxes")).isNotBlank();
    }

    @Test
    void binary_workbooks_are_read() {
        Text text = ReadTexts.text(DocumentFixtures.resource("62815.xlsb"));

        assertThat(text.clauses()).isNotEmpty();
    }

    @Test
    void slides_and_notes_come_with_the_number_of_the_slide() throws IOException {
        try (XMLSlideShow show = new XMLSlideShow();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            show.createSlide().createTextBox().setText("What the system does");
            XSLFSlide second = show.createSlide();
            second.createTextBox().setText("Who will use it");
            show.getNotesSlide(second).getPlaceholder(1).setText("Do not mention the border posts");
            show.write(out);

            Text text = ReadTexts.text(DocumentFixtures.write(folder, out.toByteArray()));

            assertThat(ReadTexts.part(text, "slides")).isEqualTo("What the system does\nWho will use it");
            assertThat(ReadTexts.part(text, "notes")).contains("Do not mention the border posts");
            assertThat(text.clauses().stream()
                            .filter(clause -> clause.text().contains("Who"))
                            .map(ClauseText::page))
                    .containsExactly(2);
        }
    }

    @Test
    void old_slides_are_read() throws IOException {
        try (HSLFSlideShow show = new HSLFSlideShow();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            HSLFSlide slide = show.createSlide();
            slide.addTitle().setText("Roll-out at the border");
            show.write(out);

            Text text = ReadTexts.text(DocumentFixtures.write(folder, out.toByteArray()));

            assertThat(ReadTexts.part(text, "slides")).isEqualTo("Roll-out at the border");
        }
        assertThat(ReadTexts.text(DocumentFixtures.resource("45537_Header.ppt")).clauses())
                .isNotEmpty();
    }

    private Text read(Workbook workbook) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return ReadTexts.text(DocumentFixtures.write(folder, out.toByteArray()));
        }
    }

    private static void fillPrices(Workbook workbook) {
        Sheet prices = workbook.createSheet("Prices");
        prices.getHeader().setCenter("Annex 4");
        Row names = prices.createRow(0);
        names.createCell(0).setCellValue("Item");
        names.createCell(1).setCellValue("Monthly price");
        names.createCell(2).setCellValue("Since");
        Row row = prices.createRow(1);
        row.createCell(0).setCellValue("Facial matching");
        formatted(workbook, row.createCell(1), "$#,##0.00").setCellValue(1250.5);
        formatted(workbook, row.createCell(2), "yyyy-mm-dd").setCellValue(LocalDate.of(2026, 1, 31));
        comment(workbook, prices, row.getCell(0));
        workbook.createSheet("Notes").createRow(0).createCell(0).setCellValue("Internal only");
    }

    private static Cell formatted(Workbook workbook, Cell cell, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
        return cell;
    }

    private static void comment(Workbook workbook, Sheet sheet, Cell cell) {
        Comment comment = sheet.createDrawingPatriarch()
                .createCellComment(workbook.getCreationHelper().createClientAnchor());
        comment.setString(workbook.getCreationHelper().createRichTextString("Only for border posts"));
        cell.setCellComment(comment);
    }
}
