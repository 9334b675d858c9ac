package org.contractethics.document.extraction;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The number at the start of a clause, read in one pass without regular expressions: a pattern with nested repetition once
 * hung for minutes on one real contract.
 *
 * @param printed as printed, without the dot or colon behind it
 * @param kind how it counts
 * @param depth how deep it stands among numbers of its kind: 7 is 1, 7.2 is 2
 * @param end where the words after it begin
 */
record ClauseNumber(String printed, Kind kind, int depth, int end) {

    enum Kind {
        /** Article IV, Schedule 2, Annex B: the great divisions. */
        DIVISION,
        /** 7, 7.2, Section 7.2, § 7. */
        PROVISION,
        /** (a), (iv), b), A., IV. */
        ITEM
    }

    private static final Set<String> DIVISIONS =
            Set.of("article", "schedule", "annex", "exhibit", "appendix", "part", "chapter", "attachment", "title");
    private static final Set<String> ANNEXES = Set.of("schedule", "annex", "exhibit", "appendix", "attachment");
    private static final Set<String> PROVISIONS = Set.of("section", "clause", "paragraph", "sec.", "§");
    private static final int LONGEST_NUMBER = 12;

    /** Whether it names something behind the contract rather than a division of it. */
    boolean annex() {
        return kind == Kind.DIVISION && ANNEXES.contains(firstWord(printed));
    }

    static boolean isDivision(String printed) {
        return DIVISIONS.contains(firstWord(printed));
    }

    private static String firstWord(String printed) {
        int gap = printed.indexOf(' ');
        return printed.substring(0, Math.max(gap, 0)).toLowerCase(Locale.ROOT);
    }

    /** The number this line begins with; null where it begins with none. */
    static @Nullable ClauseNumber at(String line) {
        if (line.isEmpty()) {
            return null;
        }
        ClauseNumber byWord = afterKeyword(line);
        if (byWord != null) {
            return byWord;
        }
        char first = line.charAt(0);
        if (first == '(') {
            return inBrackets(line);
        }
        return Character.isDigit(first) ? decimal(line, 0, false) : letterOrRoman(line);
    }

    /** The number a file counts by itself, so it needs no further proof. */
    static ClauseNumber counted(String label, int end) {
        ClauseNumber read = at(label + " X");
        if (read != null && read.end() >= label.length()) {
            return new ClauseNumber(read.printed(), read.kind(), read.depth(), end);
        }
        return new ClauseNumber(withoutMarks(label), Kind.ITEM, 1, end);
    }

    private static @Nullable ClauseNumber afterKeyword(String line) {
        int gap = line.charAt(0) == '§' ? 1 : line.indexOf(' ');
        if (gap < 1 || gap > LONGEST_NUMBER) {
            return null;
        }
        String word = line.substring(0, gap).toLowerCase(Locale.ROOT);
        boolean division = DIVISIONS.contains(word);
        if ((!division && !PROVISIONS.contains(word)) || Character.isLowerCase(line.charAt(0))) {
            return null;
        }
        int start = skipBlanks(line, gap);
        int end = endOfToken(line, start);
        String token = withoutMarks(line.substring(start, end));
        if (!counts(token) || !standsAlone(line, end, token.length() < end - start)) {
            return null;
        }
        String printed = line.substring(0, start) + token;
        Kind kind = division ? Kind.DIVISION : Kind.PROVISION;
        return new ClauseNumber(printed, kind, components(token), skipMarks(line, end));
    }

    private static boolean counts(String token) {
        if (token.isEmpty()) {
            return false;
        }
        boolean digits = Character.isDigit(token.charAt(0));
        return digits
                ? token.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == '-' || Character.isUpperCase(c))
                : (token.length() == 1 && Character.isUpperCase(token.charAt(0))) || isRoman(token);
    }

    /** "Section 7.2 of the Agreement" is a reference in a sentence, not the beginning of a clause. */
    private static boolean standsAlone(String line, int end, boolean marked) {
        int next = skipMarks(line, end);
        return next >= line.length() || marked || opensSentence(line, next) || line.charAt(end) == '\n';
    }

    private static @Nullable ClauseNumber inBrackets(String line) {
        int close = line.indexOf(')');
        if (close < 2 || close > LONGEST_NUMBER || !gapAt(line, close + 1)) {
            return null;
        }
        String inside = line.substring(1, close);
        boolean digits = inside.length() <= 3 && inside.chars().allMatch(Character::isDigit);
        boolean letters = inside.length() <= 2 && inside.chars().allMatch(ClauseNumber::isLetter);
        if (!digits && !letters && !isRoman(inside)) {
            return null;
        }
        return new ClauseNumber(line.substring(0, close + 1), Kind.ITEM, 1, skipBlanks(line, close + 1));
    }

    private static @Nullable ClauseNumber decimal(String line, int start, boolean trusted) {
        int at = start;
        int groups = 0;
        while (at < line.length() && Character.isDigit(line.charAt(at))) {
            int from = at;
            while (at < line.length() && Character.isDigit(line.charAt(at))) {
                at++;
            }
            if (at - from > 3 || ++groups > 8) {
                return null;
            }
            if (at + 1 < line.length() && line.charAt(at) == '.' && Character.isDigit(line.charAt(at + 1))) {
                at++;
            }
        }
        boolean marked =
                at < line.length() && (line.charAt(at) == '.' || line.charAt(at) == ')' || line.charAt(at) == ':');
        int end = marked ? at + 1 : at;
        boolean stands =
                trusted || end >= line.length() || (gapAt(line, end) && opensSentence(line, skipBlanks(line, end)));
        if (!stands || (groups == 1 && !marked)) {
            return null;
        }
        return new ClauseNumber(line.substring(start, at), Kind.PROVISION, groups, skipBlanks(line, end));
    }

    private static @Nullable ClauseNumber letterOrRoman(String line) {
        int end = 0;
        while (end < line.length() && end < LONGEST_NUMBER && isLetter(line.charAt(end))) {
            end++;
        }
        String token = line.substring(0, end);
        boolean marked = end > 0 && end < line.length() && (line.charAt(end) == '.' || line.charAt(end) == ')');
        if (!marked || (token.length() > 1 && !isRoman(token))) {
            return null;
        }
        boolean gap = end + 1 >= line.length() || gapAt(line, end + 1);
        if (!gap || !opensSentence(line, skipBlanks(line, end + 1))) {
            return null;
        }
        return new ClauseNumber(line.substring(0, end + 1), Kind.ITEM, 1, skipBlanks(line, end + 1));
    }

    /** Whether a sentence may begin here: "2.5 million" is an amount, "2.5 The Supplier" a clause. */
    private static boolean opensSentence(String line, int at) {
        if (at >= line.length()) {
            return true;
        }
        char c = line.charAt(at);
        return Character.isUpperCase(c)
                || (Character.isLetter(c) && !Character.isLowerCase(c))
                || c == '"'
                || c == '“'
                || c == '\''
                || c == '‘'
                || c == '['
                || c == '('
                || c == '_'
                || ReservedProvision.saidBy(line.substring(at));
    }

    private static boolean gapAt(String line, int at) {
        return at >= line.length() || Character.isWhitespace(line.charAt(at));
    }

    private static int skipBlanks(String line, int at) {
        int next = at;
        while (next < line.length() && Character.isWhitespace(line.charAt(next))) {
            next++;
        }
        return next;
    }

    private static int skipMarks(String line, int at) {
        int next = at;
        while (next < line.length()
                && (Character.isWhitespace(line.charAt(next)) || ".:–—-".indexOf(line.charAt(next)) >= 0)) {
            next++;
        }
        return next;
    }

    private static int endOfToken(String line, int start) {
        int end = start;
        while (end < line.length() && end - start <= LONGEST_NUMBER && !Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        return end;
    }

    private static String withoutMarks(String token) {
        int end = token.length();
        while (end > 0 && ".:,–—-".indexOf(token.charAt(end - 1)) >= 0) {
            end--;
        }
        return token.substring(0, end);
    }

    private static int components(String token) {
        return 1 + (int) token.chars().filter(c -> c == '.').count();
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Value of a Roman number in one case, at most 7 letters long. */
    static boolean isRoman(String token) {
        return roman(token) > 0;
    }

    /** The value; 0 where it is no Roman number. */
    static int roman(String token) {
        String upper = token.toUpperCase(Locale.ROOT);
        boolean oneCase = token.equals(upper) || token.equals(token.toLowerCase(Locale.ROOT));
        if (token.isEmpty() || token.length() > 7 || !oneCase) {
            return 0;
        }
        int value = 0;
        int last = 0;
        for (int i = upper.length() - 1; i >= 0; i--) {
            int digit = romanDigit(upper.charAt(i));
            if (digit == 0) {
                return 0;
            }
            value += digit < last ? -digit : digit;
            last = Math.max(last, digit);
        }
        return value > 0 && value < 200 && RomanNumber.of(value).equals(upper) ? value : 0;
    }

    private static int romanDigit(char c) {
        return switch (c) {
            case 'I' -> 1;
            case 'V' -> 5;
            case 'X' -> 10;
            case 'L' -> 50;
            case 'C' -> 100;
            default -> 0;
        };
    }
}
