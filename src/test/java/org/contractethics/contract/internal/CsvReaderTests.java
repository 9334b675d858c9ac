package org.contractethics.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contractethics.shared.Csv;
import org.junit.jupiter.api.Test;

class CsvReaderTests {

    @Test
    void reads_quoted_cells_with_separators_quotes_and_line_ends() {
        List<CsvReader.Row> rows = read("a,\"b, \"\"c\"\"\nd\",e\r\nf,,g\n", ',');

        assertThat(rows)
                .extracting(CsvReader.Row::fields)
                .containsExactly(List.of("a", "b, \"c\"\nd", "e"), List.of("f", "", "g"));
        assertThat(rows).extracting(CsvReader.Row::line).containsExactly(1, 3);
    }

    @Test
    void loses_only_the_line_of_a_quote_that_is_never_closed() {
        List<CsvReader.Row> rows = read("a,b\nc,\"d\ne,f\n", ',');

        assertThat(rows).extracting(CsvReader.Row::broken).containsExactly(false, true, false);
        assertThat(rows.get(2).fields()).containsExactly("e", "f");
        assertThat(rows.get(2).line()).isEqualTo(3);
    }

    @Test
    void finds_out_the_separator_of_the_header() {
        assertThat(CsvReader.separatorOf("a;b;c,d\n1,2,3,4")).isEqualTo(';');
        assertThat(CsvReader.separatorOf("a\tb")).isEqualTo('\t');
        assertThat(CsvReader.separatorOf("a,b")).isEqualTo(',');
    }

    @Test
    void writes_no_cell_that_a_spreadsheet_would_run() {
        String row = Csv.line(List.of("=1+1", "-2", "@x", "plain", "say \"no\""));

        assertThat(row).isEqualTo("\"'=1+1\",\"'-2\",\"'@x\",\"plain\",\"say \"\"no\"\"\"\r\n");
    }

    private static List<CsvReader.Row> read(String text, char separator) {
        CsvReader reader = new CsvReader(text, separator);
        List<CsvReader.Row> rows = new ArrayList<>();
        for (Optional<CsvReader.Row> row = reader.next(); row.isPresent(); row = reader.next()) {
            rows.add(row.get());
        }
        return rows;
    }
}
