package org.contractethics.contract.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads comma separated values (RFC 4180) row by row, with the line each row begins on. A quote that is never closed spoils
 * only its own line: reading goes on with the next one.
 */
public final class CsvReader {

    private static final int MAX_FIELD = 100_000;
    private static final int MAX_FIELDS = 1_000;

    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    public CsvReader(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /**
     * @param line the line the row begins on, counted from 1
     * @param broken whether the row could not be taken apart
     */
    public record Row(int line, List<String> fields, boolean broken) {

        public boolean blank() {
            return fields.stream().allMatch(String::isBlank);
        }
    }

    /** The comma, semicolon or tab that the first line uses most. */
    public static char separatorOf(String text) {
        int end = text.indexOf('\n');
        String header = end < 0 ? text : text.substring(0, end);
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    /** The next row, or empty at the end of the text. */
    public Optional<Row> next() {
        if (at >= text.length()) {
            return Optional.empty();
        }
        int rowLine = line;
        int rowStart = at;
        List<String> fields = new ArrayList<>();
        while (fields.size() < MAX_FIELDS) {
            Optional<String> field = field();
            if (field.isEmpty()) {
                return Optional.of(skipLine(rowStart, rowLine));
            }
            fields.add(field.get());
            if (endOfRow()) {
                return Optional.of(new Row(rowLine, fields, false));
            }
        }
        return Optional.of(skipLine(rowStart, rowLine));
    }

    private Optional<String> field() {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : Optional.of(plain());
    }

    private String plain() {
        int start = at;
        while (at < text.length() && !isEnd(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private Optional<String> quoted() {
        StringBuilder field = new StringBuilder();
        at++;
        while (at < text.length() && field.length() <= MAX_FIELD) {
            char c = text.charAt(at++);
            if (c != '"') {
                field.append(c);
                line += c == '\n' ? 1 : 0;
            } else if (at < text.length() && text.charAt(at) == '"') {
                field.append('"');
                at++;
            } else {
                field.append(plain());
                return Optional.of(field.toString());
            }
        }
        return Optional.empty();
    }

    private boolean endOfRow() {
        if (at >= text.length()) {
            return true;
        }
        char c = text.charAt(at++);
        if (c == separator) {
            return false;
        }
        if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        line++;
        return true;
    }

    private Row skipLine(int rowStart, int rowLine) {
        int end = text.indexOf('\n', rowStart);
        at = end < 0 ? text.length() : end + 1;
        line = rowLine + 1;
        return new Row(rowLine, List.of(), true);
    }

    private boolean isEnd(char c) {
        return c == separator || c == '\n' || c == '\r';
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
