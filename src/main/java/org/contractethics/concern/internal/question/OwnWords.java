package org.contractethics.concern.internal.question;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Whether what is released is said in words of the handler's own. How somebody writes tells who they are, so no long passage of an answer
 * may stand in it, whatever was left out or changed around it. Case, accents, marks and blanks do not count.
 */
final class OwnWords {

    /** Shorter answers, like "Yes.", and short passages may stand within what is released. */
    private static final int LONGEST_WITHIN = 60;

    private OwnWords() {}

    static boolean in(String text, String answer) {
        String shown = words(text);
        String said = words(answer);
        return !shown.equals(said) && !sharePassage(shown, said);
    }

    private static boolean sharePassage(String shown, String said) {
        int length = LONGEST_WITHIN + 1;
        Set<String> passages = new HashSet<>();
        for (int i = 0; i + length <= said.length(); i++) {
            passages.add(said.substring(i, i + length));
        }
        for (int i = 0; i + length <= shown.length() && !passages.isEmpty(); i++) {
            if (passages.contains(shown.substring(i, i + length))) {
                return true;
            }
        }
        return false;
    }

    /** Letters and digits alone, whatever script form, accents, case, marks and blanks they were written with. */
    static String words(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
