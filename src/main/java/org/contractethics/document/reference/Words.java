package org.contractethics.document.reference;

import java.util.ArrayList;
import java.util.List;

/** Takes a text apart into words, with the place of each. */
final class Words {

    private Words() {}

    /**
     * @param start offset of its first character
     * @param end offset behind its last one
     */
    record Word(String text, int start, int end) {

        boolean capital() {
            return Character.isUpperCase(text.charAt(0));
        }

        boolean is(String word) {
            return text.equalsIgnoreCase(word);
        }
    }

    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && partOfWord(text, i, start >= 0);
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                int end = withoutPossessive(text, start, i);
                words.add(new Word(text.substring(start, end), start, end));
                start = -1;
            }
        }
        return words;
    }

    private static int withoutPossessive(String text, int start, int end) {
        boolean possessive = end - start > 2
                && text.charAt(end - 1) == 's'
                && (text.charAt(end - 2) == '\'' || text.charAt(end - 2) == '’');
        return possessive ? end - 2 : end;
    }

    /** Hyphens and apostrophes belong to a word that goes on behind them. */
    private static boolean partOfWord(String text, int at, boolean inWord) {
        char c = text.charAt(at);
        boolean joins = c == '-' || c == '\'' || c == '’' || c == '&';
        boolean goesOn = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
        return Character.isLetterOrDigit(c) || (joins && inWord && goesOn);
    }

    /** Whether only blanks lie between the two. */
    static boolean adjoin(String text, Word one, Word next) {
        return text.substring(one.end(), next.start())
                .replaceFirst("^['’]s", "")
                .isBlank();
    }
}
