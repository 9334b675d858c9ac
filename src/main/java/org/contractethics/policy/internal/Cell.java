package org.contractethics.policy.internal;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The few forms a cell may have. Anything else would reach the expression engine, and a cell is not to be a program: the
 * decision engine would run it.
 */
final class Cell {

    private static final String VALUE = "(?:\"[A-Z][A-Z0-9_]*\"|\\d{1,3}|true|false)";
    private static final String VALUES = VALUE + "(?:, ?" + VALUE + ")*";
    private static final Pattern INPUT =
            Pattern.compile("-?|" + VALUES + "|not\\(" + VALUES + "\\)|[<>]=? ?\\d{1,3}|\\[\\d{1,3}\\.\\.\\d{1,3}]");
    private static final Pattern OUTPUT =
            Pattern.compile("\"[A-Z][A-Z0-9_]*(?:, [A-Z][A-Z0-9_]*)*\"|\\d{1,4}|true|false");
    private static final Pattern TEXT = Pattern.compile("\"([A-Z][A-Z0-9_]*)\"");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private Cell() {}

    static boolean readableInput(String cell) {
        return INPUT.matcher(cell).matches();
    }

    static boolean readableOutput(String cell) {
        return OUTPUT.matcher(cell).matches();
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

    /** The codes of an output that lists several. */
    static List<String> codes(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    /** A name that may stand as the expression of an input. */
    static boolean isName(String text) {
        Matcher name = Pattern.compile("[a-zA-Z]{1,40}").matcher(text);
        return name.matches();
    }
}
