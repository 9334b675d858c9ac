package org.contractethics.document.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits text into words and brings them to a form in which "Detaining" meets "detained". */
final class Words {

    private static final int SHORTEST_STEM = 4;
    private static final String[] ENDINGS = {
        "ations", "ation", "ments", "ment", "ions", "ings", "ies", "ied", "ion", "ing", "ors", "ers", "ed", "es", "or",
        "er", "s"
    };

    private Words() {}

    /**
     * @param start offset of its first character
     * @param end offset behind its last one
     * @param stem what is compared
     */
    record Word(int start, int end, String stem) {}

    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && partOfWord(text, at)) {
                at++;
            }
            if (at > start) {
                words.add(new Word(start, at, stem(text.substring(start, at))));
            } else {
                at++;
            }
        }
        return words;
    }

    private static boolean partOfWord(String text, int at) {
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    /** In small letters, without accents, and without the commonest English endings. */
    static String stem(String word) {
        String plain = withoutAccents(word.toLowerCase(Locale.ROOT));
        for (String ending : ENDINGS) {
            int shortest = ending.equals("s") ? SHORTEST_STEM - 1 : SHORTEST_STEM;
            if (plain.endsWith(ending) && plain.length() - ending.length() >= shortest && !plain.endsWith("ss")) {
                return withoutFinalE(plain.substring(0, plain.length() - ending.length()));
            }
        }
        return withoutFinalE(plain);
    }

    private static String withoutFinalE(String stem) {
        boolean cut = stem.length() > SHORTEST_STEM && (stem.endsWith("e") || stem.endsWith("y") || stem.endsWith("i"));
        return cut ? stem.substring(0, stem.length() - 1) : stem;
    }

    private static String withoutAccents(String word) {
        if (word.chars().allMatch(c -> c < 128)) {
            return word;
        }
        String split = Normalizer.normalize(word, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(split.length());
        split.chars()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> plain.append((char) c));
        return plain.toString();
    }
}
