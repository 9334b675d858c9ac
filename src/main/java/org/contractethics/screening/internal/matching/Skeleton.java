package org.contractethics.screening.internal.matching;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The consonants of a word, in classes that Latin, Arabic and Hebrew spellings share. Arabic and Hebrew leave short vowels out, so their
 * names meet Latin spellings only here.
 */
final class Skeleton {

    private static final Map<Character, Character> CLASSES = new HashMap<>();
    private static final String[] DIGRAPHS = {
        "kh", "x", "gh", "j", "sh", "$", "ch", "$", "th", "t", "dh", "d", "zh", "z", "ph", "f", "dj", "j", "tz", "s",
        "ts", "s", "ck", "k"
    };
    private static final String ARTICLE = "ال";
    private static final int SHORTEST_WITH_ARTICLE = 4;

    static {
        put("b", "bpبپבפ");
        put("t", "tتطتטת");
        put("s", "sسصثסצץ");
        put("$", "شچש");
        put("j", "gjجغگגז");
        put("h", "hهحהח");
        put("x", "xخ");
        put("d", "dدضذד");
        put("z", "zزظژ");
        put("r", "rرר");
        put("f", "fفףڤ");
        put("k", "kqcكقکכקך");
        put("l", "lلל");
        put("m", "mمמם");
        put("n", "nنנן");
    }

    private Skeleton() {}

    private static void put(String shared, String letters) {
        for (int i = 0; i < letters.length(); i++) {
            CLASSES.put(letters.charAt(i), shared.charAt(0));
        }
    }

    static String of(String word) {
        String plain = word.toLowerCase(Locale.ROOT);
        boolean latin = plain.isEmpty() || plain.charAt(0) < 0x250;
        if (latin) {
            for (int i = 0; i < DIGRAPHS.length; i += 2) {
                plain = plain.replace(DIGRAPHS[i], DIGRAPHS[i + 1]);
            }
        } else if (plain.length() >= SHORTEST_WITH_ARTICLE && plain.startsWith(ARTICLE)) {
            plain = plain.substring(ARTICLE.length());
        }
        return classes(plain);
    }

    private static String classes(String plain) {
        StringBuilder classes = new StringBuilder(plain.length());
        char before = 0;
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            char shared = letter == '$' ? letter : CLASSES.getOrDefault(letter, (char) 0);
            boolean silent = shared == 'h' && i == plain.length() - 1 && classes.length() > 0;
            if (shared != 0 && !silent && shared != before) {
                classes.append(shared);
            }
            before = shared;
        }
        return classes.toString();
    }

    /** The skeletons of more than one word, one after the other; where two meet in the same consonant it stands once. */
    static String joined(Iterable<Word> words) {
        StringBuilder joined = new StringBuilder();
        for (Word word : words) {
            if (word.sort() != Word.Sort.PARTICLE && word.sort() != Word.Sort.TITLE) {
                String next = word.skeleton();
                boolean doubled =
                        !next.isEmpty() && joined.length() > 0 && joined.charAt(joined.length() - 1) == next.charAt(0);
                joined.append(doubled ? next.substring(1) : next);
            }
        }
        return joined.toString();
    }
}
