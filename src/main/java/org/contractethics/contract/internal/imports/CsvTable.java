package org.contractethics.contract.internal.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.contractethics.contract.internal.CsvReader;
import org.contractethics.contract.internal.Text;

/** A CSV file by the names in its first line. */
final class CsvTable {

    private final CsvReader reader;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, String> spellings = new HashMap<>();
    private final int width;

    CsvTable(byte[] content) {
        String text = Decoding.text(content);
        reader = new CsvReader(text, CsvReader.separatorOf(text));
        List<String> header = reader.next().map(CsvReader.Row::fields).orElse(List.of());
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(key(header.get(i)), i);
            spellings.putIfAbsent(key(header.get(i)), Text.line(header.get(i)));
        }
        width = header.size();
    }

    boolean hasAll(List<String> names) {
        return missing(names).isEmpty();
    }

    List<String> missing(List<String> names) {
        return names.stream().filter(name -> !columns.containsKey(key(name))).toList();
    }

    /** The column as the first line of the file spells it; the name itself where the file has no such column. */
    String spelled(String column) {
        return spellings.getOrDefault(key(column), column);
    }

    /** Hands every row that has the right number of cells to the taker; the others, and bad cells, to the sink as problems. */
    void forEach(RowTaker taker, RowSink sink) {
        for (Optional<CsvReader.Row> next = reader.next(); next.isPresent(); next = reader.next()) {
            CsvReader.Row row = next.get();
            if (row.broken()) {
                sink.problem(new ImportProblem(
                        row.line(),
                        "",
                        "A quotation mark in this line is never closed. Close it and import the row again."));
            } else if (row.fields().size() != width && !row.blank()) {
                sink.problem(new ImportProblem(
                        row.line(),
                        "",
                        "This row has " + row.fields().size() + " cells, the header has " + width
                                + ". Quote cells that hold a comma or a line end."));
            } else if (!row.blank()) {
                take(taker, new Cells(row), sink);
            }
        }
    }

    private void take(RowTaker taker, Cells row, RowSink sink) {
        try {
            taker.take(row);
        } catch (BadCell bad) {
            sink.problem(new ImportProblem(row.line(), spelled(bad.column()), String.valueOf(bad.getMessage())));
        }
    }

    interface RowTaker {
        void take(Cells row) throws BadCell;
    }

    /** One row; a cell is asked for by the name of its column. */
    final class Cells {

        private final CsvReader.Row row;

        private Cells(CsvReader.Row row) {
            this.row = row;
        }

        int line() {
            return row.line();
        }

        /** The cell as one clean line; empty where the file has no such column. */
        String get(String column) {
            Integer index = columns.get(column);
            return index == null ? "" : Text.line(row.fields().get(index));
        }
    }

    private static String key(String name) {
        return Text.line(name).toLowerCase(Locale.ROOT);
    }
}
