package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.contractethics.shared.Csv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an exported clause looks like in a spreadsheet, and what it cannot do there. */
class HitCellsTests {

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void a_text_that_a_spreadsheet_would_run_is_made_harmless(String text) throws IOException {
        assertThat(Csv.line(List.of(text))).startsWith("\"'");

        Cell cell = written(text);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
    }

    @Test
    void numbers_stay_numbers() throws IOException {
        assertThat(Csv.line(Arrays.asList(7, "7", null))).isEqualTo("7,\"7\",\r\n");
        assertThat(written(7).getCellType()).isEqualTo(CellType.NUMERIC);
    }

    @Test
    void quotes_and_line_breaks_stay_within_their_cell() {
        assertThat(Csv.line(List.of("a \"b\"\nc", "d"))).isEqualTo("\"a \"\"b\"\"\nc\",\"d\"\r\n");
    }

    @Test
    void a_clause_fills_all_columns_and_is_cut_where_a_cell_ends() {
        ClauseDocument clause = ClauseFixtures.clause(3, "x".repeat(40_000), 2);

        List<?> cells = HitCells.of(clause, "https://ethics.example.org");

        assertThat(cells).hasSameSizeAs(HitCells.HEADS);
        assertThat(cells.get(13).toString()).hasSizeLessThan(32_767);
        assertThat(cells.get(14).toString())
                .endsWith("?clause=3#clause-3")
                .startsWith("https://ethics.example.org/contracts/");
    }

    @Test
    void evidence_has_no_version_and_leads_to_its_incident() {
        var incident = new IndexedIncident("one", "Press report", LocalDate.of(2026, 5, 12), 1);

        List<?> cells =
                HitCells.of(ClauseFixtures.evidence(incident, 0, "Families were held."), "https://ethics.example.org");

        assertThat(cells.get(7)).isNull();
        assertThat(cells.get(14).toString())
                .startsWith("https://ethics.example.org/contracts/")
                .endsWith("#incident-one");
    }

    private static Cell written(Object value) throws IOException {
        try (var book = new SXSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            var sheet = new HitSheet(book);
            sheet.row(Arrays.asList(value));
            sheet.finish();
            book.write(bytes);
            try (var read = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
                return read.getSheetAt(0).getRow(1).getCell(0);
            }
        }
    }
}
