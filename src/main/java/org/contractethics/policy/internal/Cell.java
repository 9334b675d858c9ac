package org.contractethics.policy.internal;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The few forms a cell may have. Anything else would reach the expression engine, and a cell is not to be a program: the
 * decision engine would run it.
 */
final class Cell {

    private static final Pattern VALUE = Pattern.compile("\"[A-Z][A-Z0-9_]*\"|\\d{1,3}|true|false");
    private static final Pattern BOUNDS = Pattern.compile("[<>]=? ?\\d{1,3}|\\[\\d{1,3}\\.\\.\\d{1,3}]");
    private static final Pattern OUTPUT = Pattern.compile("\\d{1,4}|true|false");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern TEXT = Pattern.compile("\"([A-Z][A-Z0-9_]*)\"");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private Cell() {}

    static boolean readableInput(String cell) {
        if (cell.isEmpty() || cell.equals("-") || BOUNDS.matcher(cell).matches()) {
            return true;
        }
        boolean not = cell.startsWith("not(") && cell.endsWith(")");
        return codes(not ? cell.substring(4, cell.length() - 1) : cell).stream()
                .allMatch(value -> VALUE.matcher(value).matches());
    }

    static boolean readableOutput(String cell) {
        boolean text = cell.length() > 2 && cell.startsWith("\"") && cell.endsWith("\"");
        return text
                ? codes(cell.substring(1, cell.length() - 1)).stream()
                        .allMatch(code -> CODE.matcher(code).matches())
                : OUTPUT.matcher(cell).matches();
    }

    /** Whether everything the cell names is of the type of its column. */
    static boolean fits(String cell, String type) {
        return switch (type) {
            case "string" -> cell.isEmpty() || cell.equals("-") || cell.contains("\"");
            case "boolean" -> cell.isEmpty() || cell.equals("-") || cell.contains("true") || cell.contains("false");
            default -> !cell.contains("\"") && !cell.contains("true") && !cell.contains("false");
        };
    }

    static Stream<String> texts(String cell) {
        return TEXT.matcher(cell).results().map(found -> found.group(1));
    }

    static Stream<Integer> numbers(String cell) {
        return NUMBER.matcher(cell).results().map(found -> Integer.valueOf(found.group()));
    }

    /** The parts of a list. */
    static List<String> codes(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }
}
