package org.contractethics.document.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.contractethics.document.reference.Words.Word;

/** Finds clauses of the acquisition regulation: 52.222-50 Combating Trafficking in Persons, 252.204-7012 and the like. */
final class AcquisitionClauses {

    private static final int LONGEST_TITLE = 110;
    private static final Set<String> SMALL = Set.of(
            "of", "in", "and", "for", "to", "the", "on", "or", "with", "by", "from", "a", "an", "as", "at", "under");

    private AcquisitionClauses() {}

    record Named(String number, String title) {}

    static List<Named> in(String text) {
        List<Named> found = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            boolean begins = Character.isDigit(text.charAt(at)) && (at == 0 || !partOfNumber(text.charAt(at - 1)));
            int end = begins ? end(text, at) : at;
            if (end > at) {
                found.add(new Named(text.substring(at, end), title(text, end)));
                at = end;
            }
        }
        return found;
    }

    private static boolean partOfNumber(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }

    /** 52.2 and two digits, a dash and digits; supplements put 2 or more digits before the 52. */
    private static int end(String text, int start) {
        int dot = digits(text, start);
        boolean chapter = dot - start >= 2 && dot - start <= 4 && text.startsWith("52", dot - 2);
        if (!chapter || dot >= text.length() || text.charAt(dot) != '.') {
            return start;
        }
        int dash = digits(text, dot + 1);
        if (dash - dot != 4 || text.charAt(dot + 1) != '2' || dash >= text.length() || text.charAt(dash) != '-') {
            return start;
        }
        int end = digits(text, dash + 1);
        return end == dash + 1 || end - dash > 5 ? start : end;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The words behind the number, as long as they are written like a title. */
    private static String title(String text, int from) {
        String behind = text.substring(from, Math.min(text.length(), from + LONGEST_TITLE));
        List<Word> words = Words.of(behind);
        int end = 0;
        int begin = -1;
        for (Word word : words) {
            if (begin < 0 && word.text().chars().anyMatch(Character::isDigit)) {
                end = word.end();
                continue;
            }
            String between = behind.substring(end, word.start());
            boolean apart = begin >= 0 && between.chars().anyMatch(c -> c == '(' || c == '\n' || c == ';' || c == '.');
            boolean fits = word.capital() || (begin >= 0 && SMALL.contains(word.text()));
            if (apart || !fits || (begin < 0 && word.start() > 16)) {
                break;
            }
            begin = begin < 0 ? word.start() : begin;
            end = word.end();
        }
        return begin < 0 ? "" : trimmed(behind.substring(begin, end));
    }

    private static String trimmed(String title) {
        int gap = title.lastIndexOf(' ');
        return gap > 0 && SMALL.contains(title.substring(gap + 1)) ? trimmed(title.substring(0, gap)) : title;
    }
}
