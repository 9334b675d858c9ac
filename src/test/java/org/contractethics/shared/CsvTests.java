package org.contractethics.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every file of comma separated values is written with. */
class CsvTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "=1+1\nand a line break",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1"
            })
    void a_text_that_a_spreadsheet_would_run_is_made_harmless(String text) {
        assertThat(Csv.line(List.of(text))).startsWith("\"'" + text.charAt(0));
    }

    @Test
    void numbers_stay_numbers_with_their_decimals() {
        assertThat(Csv.line(Arrays.asList(7, "7", null))).isEqualTo("7,\"7\",\r\n");
        assertThat(Csv.line(List.of(0.25, -1.5, 12.0, 100L, new BigDecimal("1234567890.10"))))
                .isEqualTo("0.25,-1.5,12,100,1234567890.1\r\n");
    }

    @Test
    void quotes_and_line_breaks_stay_within_their_cell() {
        assertThat(Csv.line(List.of("a \"b\"\nc", "d"))).isEqualTo("\"a \"\"b\"\"\nc\",\"d\"\r\n");
    }
}
