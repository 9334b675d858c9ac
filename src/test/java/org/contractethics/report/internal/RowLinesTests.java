package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** How many lines a text takes in a column, and how high its row is. */
class RowLinesTests {

    @Test
    void words_that_do_not_fit_begin_a_new_line() {
        assertThat(RowLines.lines("R09 Equality and non-discrimination", 44)).isOne();
        assertThat(RowLines.lines("R09 Equality and non-discrimination", 20)).isEqualTo(2);
        assertThat(RowLines.lines("one\ntwo\nthree", 44)).isEqualTo(3);
    }

    @Test
    void a_word_that_fits_no_line_is_broken_and_no_text_takes_one() {
        assertThat(RowLines.lines("a".repeat(64), 20)).isEqualTo(3);
        assertThat(RowLines.lines("", 20)).isOne();
        assertThat(RowLines.lines("two  spaces", 20)).isOne();
    }

    @Test
    void the_text_that_takes_most_lines_makes_the_row_and_none_is_higher_than_programs_show() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Row low = book.createSheet().createRow(0);
            Row high = book.getSheetAt(0).createRow(1);
            Row bold = book.getSheetAt(0).createRow(3);
            Row highest = book.getSheetAt(0).createRow(2);

            RowLines.fit(low, new int[] {20, 20}, 12.0, "short");
            RowLines.fit(high, new int[] {20, 20}, "a\nb", "a\nb\nc", null);
            RowLines.bold(bold, new int[] {20}, "Share came back, earlier");
            RowLines.fit(highest, new int[] {20}, "a\n".repeat(900));

            assertThat(low.getHeightInPoints()).isEqualTo(book.getSheetAt(0).getDefaultRowHeightInPoints());
            assertThat(high.getHeightInPoints()).isEqualTo(45f);
            assertThat(bold.getHeightInPoints()).as("wider letters").isEqualTo(30f);
            assertThat(highest.getHeightInPoints()).isBetween(400f, 409f);
        }
    }
}
