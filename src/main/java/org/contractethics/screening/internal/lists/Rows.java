package org.contractethics.screening.internal.lists;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rows of a file of separated values, each with the line it begins on. Quotes that do not close are a file cut off. */
final class Rows {

    /** OFAC ends its files with the end-of-file mark of CP/M. */
    private static final char END_MARK = '\u001a';

    private final String file;
    private final String text;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private int line = 1;
    private int begin = 1;
    private int at;

    private Rows(String file, String text, char separator) {
        this.file = file;
        this.text = text;
        this.separator = separator;
    }

    record Row(int line, List<String> cells) {

        String cell(int column) {
            return cells.get(column).strip();
        }
    }

    /** All rows; each has so many cells as the first, or as said. Empty rows are left out. */
    static List<Row> of(String file, byte[] bytes, char separator, int columns) throws MalformedList {
        List<Row> rows = unchecked(file, bytes, separator);
        int expected = columns > 0 ? columns : rows.get(0).cells().size();
        check(file, rows, expected);
        return rows;
    }

    /** All rows, of whatever length. */
    static List<Row> unchecked(String file, byte[] bytes, char separator) throws MalformedList {
        List<Row> rows = new Rows(file, text(file, bytes), separator).read();
        if (rows.isEmpty()) {
            throw new MalformedList(file, 0, "is empty. Fetch the list again.");
        }
        return rows;
    }

    static void check(String file, List<Row> rows, int expected) throws MalformedList {
        for (Row row : rows) {
            if (row.cells().size() != expected) {
                throw new MalformedList(
                        file,
                        row.line(),
                        "has " + row.cells().size() + " columns instead of " + expected
                                + ". The file is damaged or cut off; fetch the list again.");
            }
        }
    }

    /** Strictly UTF-8; older files of the US are Latin-1, in which every byte is a letter. */
    static String text(String file, byte[] bytes) throws MalformedList {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        if (text.indexOf('\0') >= 0) {
            throw new MalformedList(file, 0, "is not text. Fetch the list in the form CSV or XML.");
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private List<Row> read() throws MalformedList {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' && cell.toString().isBlank()) {
                cell.setLength(0);
                quoted();
            } else {
                plain(c);
            }
            at++;
        }
        endOfRow();
        return rows;
    }

    private void plain(char c) throws MalformedList {
        if (c == separator) {
            endOfCell();
        } else if (c == '\n') {
            line++;
            endOfRow();
        } else if (c == END_MARK) {
            if (!text.substring(at + 1).isBlank()) {
                throw new MalformedList(file, line, "goes on after its end mark. Fetch the list again.");
            }
        } else if (c != '\r') {
            cell.append(c);
        }
    }

    private void quoted() throws MalformedList {
        int opened = line;
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                if (at + 1 >= text.length() || text.charAt(at + 1) != '"') {
                    return;
                }
                at++;
            } else if (c == '\n') {
                line++;
            }
            cell.append(c);
        }
        throw new MalformedList(
                file,
                opened,
                "a quotation mark opens here and never closes. The file is cut off; fetch the list again.");
    }

    private void endOfCell() {
        cells.add(cell.toString());
        cell.setLength(0);
    }

    private void endOfRow() {
        if (!cells.isEmpty() || !cell.toString().isBlank()) {
            endOfCell();
            rows.add(new Row(begin, List.copyOf(cells)));
            cells = new ArrayList<>();
        }
        cell.setLength(0);
        begin = line;
    }
}
