package org.contractethics.policy.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The cells of a decision table in words, so that nobody needs to know the expression language to read the rules. */
final class CellWords {

    /** A cell that does not matter for its row. */
    static final String ANY = "any";

    private static final Pattern NOT = Pattern.compile("not\\((.*)\\)");
    private static final Pattern COMPARISON = Pattern.compile("(>=|<=|>|<) ?(\\d+)");
    private static final Pattern RANGE = Pattern.compile("\\[(\\d+)\\.\\.(\\d+)]");

    private final Map<String, String> labels;

    /** @param labels words for codes; other codes are read as they are written */
    CellWords(Map<String, String> labels) {
        this.labels = labels;
    }

    String input(String cell) {
        if (cell.isEmpty() || cell.equals("-")) {
            return ANY;
        }
        Matcher not = NOT.matcher(cell);
        if (not.matches()) {
            return not(not.group(1));
        }
        Matcher range = RANGE.matcher(cell);
        if (range.matches()) {
            return range.group(1) + " to " + range.group(2);
        }
        Matcher comparison = COMPARISON.matcher(cell);
        return comparison.matches() ? comparison(comparison.group(1), comparison.group(2)) : values(cell, " or ");
    }

    private static String comparison(String sign, String number) {
        return switch (sign) {
            case ">=" -> number + " or more";
            case "<=" -> number + " or less";
            case ">" -> "more than " + number;
            default -> "less than " + number;
        };
    }

    /** A row for what is left over also takes what is missing; saying so is the point of the row. */
    private String not(String cell) {
        List<String> parts = parts(cell);
        return parts.size() == 1 ? "not " + word(parts.get(0)) : "anything else, or not known";
    }

    String output(String cell) {
        return values(cell, ", ");
    }

    private String values(String cell, String separator) {
        return String.join(separator, parts(cell).stream().map(this::word).toList());
    }

    private static List<String> parts(String cell) {
        return Arrays.stream(cell.replace("\"", "").split(","))
                .map(String::strip)
                .toList();
    }

    private String word(String code) {
        return switch (code) {
            case "true" -> "yes";
            case "false" -> "no";
            default -> labels.getOrDefault(code, plain(code));
        };
    }

    private static String plain(String code) {
        if ((!code.contains("_") && code.length() <= 2) || !code.equals(code.toUpperCase(Locale.ROOT))) {
            return code;
        }
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
