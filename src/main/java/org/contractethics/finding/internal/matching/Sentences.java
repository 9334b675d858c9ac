package org.contractethics.finding.internal.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where the sentences of a clause begin. A sentence is what a negation can reach: the items of a list belong to the words that
 * lead it in, and a line that ends in the middle of a sentence does not end it. One pass, whatever the text.
 */
final class Sentences {

    private static final Set<String> SHORTENED = Set.of(
            "no", "nos", "inc", "ltd", "corp", "co", "art", "arts", "sec", "secs", "para", "cf", "vs", "e.g", "i.e",
            "etc", "mr", "ms", "dr", "st", "u.s", "u.k", "u.s.c", "fed", "reg", "div", "dept", "approx", "incl", "p",
            "pp");

    private Sentences() {}

    /** Offsets in ascending order; the first is 0. */
    static List<Integer> begin(String text) {
        List<Integer> begins = new ArrayList<>();
        begins.add(0);
        for (int i = 0; i + 1 < text.length(); i++) {
            if (ends(text, i)) {
                int next = skipSpace(text, i + 1);
                if (next < text.length() && next > begins.get(begins.size() - 1)) {
                    begins.add(next);
                }
                i = Math.max(i, next - 1);
            }
        }
        return begins;
    }

    private static boolean ends(String text, int at) {
        char c = text.charAt(at);
        if (c == '\n') {
            return endsLine(text, at);
        }
        boolean mark = c == '.' || c == '?' || c == '!';
        return mark
                && Character.isWhitespace(text.charAt(at + 1))
                && startsSentence(text, skipSpace(text, at + 1))
                && !(c == '.' && shortened(text, at));
    }

    /** The line before goes on where it ends in a comma, a colon or the middle of a word group. */
    private static boolean endsLine(String text, int at) {
        int before = at - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        int next = skipSpace(text, at);
        if (before < 0 || next >= text.length()) {
            return false;
        }
        char last = text.charAt(before);
        boolean open = last == ',' || last == ':' || last == ';' || last == '(' || Character.isDigit(last);
        return !open && startsSentence(text, next) && !linking(text, before);
    }

    private static boolean linking(String text, int last) {
        String word = wordBefore(text, last + 1);
        return Set.of("and", "or", "of", "the", "a", "to", "by", "in", "for", "with", "not", "any")
                .contains(word);
    }

    private static boolean startsSentence(String text, int at) {
        return at < text.length() && !Character.isLowerCase(text.charAt(at));
    }

    private static boolean shortened(String text, int stop) {
        String word = wordBefore(text, stop);
        return SHORTENED.contains(word) || (word.length() == 1 && Character.isLetter(word.charAt(0)));
    }

    private static String wordBefore(String text, int end) {
        int start = end;
        while (start > 0
                && end - start < 8
                && !Character.isWhitespace(text.charAt(start - 1))
                && text.charAt(start - 1) != '(') {
            start--;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
