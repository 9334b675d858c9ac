package org.contractethics.screening.internal.matching;

/** How alike two words are, 0 to 1: how few letters would have to be changed, where letters that sound alike cost less. */
final class Likeness {

    private static final double STEEPNESS = 1.3;
    private static final double SOUNDS_FROM = 0.5;
    /** One or two consonants are shared by too many words: what agreement in so many says at most. */
    private static final double[] CERTAIN = {0, 0.6, 0.8, 0.97};

    private static final double GOOD = 0.8;
    private static final double DOUBT = 0.5;
    private static final double SAME_CONSONANTS = 0.9;
    private static final int ENOUGH_CONSONANTS = 3;
    private static final double INITIAL = 0.9;
    private static final double DOUBLED = 0.3;
    private static final double SWAPPED = 0.8;
    private static final double VOWEL = 0.5;
    private static final double SOUND = 0.35;
    private static final double LEFT_OUT = 0.7;
    private static final int ASCII = 128;
    private static final String VOWELS = "aeiouy";
    private static final String SOUNDS = "ck cq kq sz yj ij vw fv td bp gj iy dz xh xk 0o 1l 1i 5s 9g $s hx";
    private static final double[][] CHANGES = changes();

    private Likeness() {}

    static double of(Word asked, Word listed, boolean voweless) {
        if (asked.sort() == Word.Sort.PLACE && listed.sort() == Word.Sort.PLACE) {
            return asked.skeleton().equals(listed.skeleton()) ? 1 : 0;
        }
        if (asked.sort() == Word.Sort.FORM
                || listed.sort() == Word.Sort.FORM
                || asked.sort() == Word.Sort.NUMBER
                || listed.sort() == Word.Sort.NUMBER) {
            return asked.sort() == listed.sort() && asked.text().equals(listed.text()) ? 1 : 0;
        }
        if (voweless) {
            return ofConsonants(asked.skeleton(), listed.skeleton());
        }
        return asked.sort() == Word.Sort.INITIAL || listed.sort() == Word.Sort.INITIAL
                ? ofInitials(asked.text(), listed.text())
                : ofTexts(asked, listed);
    }

    private static double ofInitials(String asked, String listed) {
        if (asked.equals(listed)) {
            return 1;
        }
        boolean bothInitials = asked.length() == 1 && listed.length() == 1;
        return !bothInitials && asked.charAt(0) == listed.charAt(0) ? INITIAL : 0;
    }

    private static double ofTexts(Word asked, Word listed) {
        if (asked.text().equals(listed.text())) {
            return 1;
        }
        double letters = ofLetters(asked.text(), listed.text());
        boolean sounds = asked.skeleton().length() >= ENOUGH_CONSONANTS
                && asked.skeleton().equals(listed.skeleton())
                && asked.text().charAt(0) == listed.text().charAt(0);
        return sounds && letters >= SOUNDS_FROM ? Math.max(letters, SAME_CONSONANTS) : letters;
    }

    static double ofLetters(String asked, String listed) {
        int longer = Math.max(asked.length(), listed.length());
        int shorter = Math.min(asked.length(), listed.length());
        if (shorter * 2 < longer) {
            return 0;
        }
        double similarity = 1 - STEEPNESS * cost(asked, listed) / longer;
        return Math.max(0, similarity < GOOD ? similarity - (GOOD - similarity) * DOUBT : similarity);
    }

    static double ofConsonants(String asked, String listed) {
        if (asked.isEmpty() || listed.isEmpty()) {
            return 0;
        }
        int longer = Math.max(asked.length(), listed.length());
        double most = longer < CERTAIN.length ? CERTAIN[longer] : 1;
        return Math.max(0, most - STEEPNESS * cost(asked, listed) / longer);
    }

    /** Edits by Damerau and Levenshtein (optimal string alignment). */
    static double cost(String a, String b) {
        double[] before = new double[b.length() + 1];
        double[] last = new double[b.length() + 1];
        double[] now = new double[b.length() + 1];
        for (int j = 1; j <= b.length(); j++) {
            last[j] = last[j - 1] + gap(b, j - 1);
        }
        for (int i = 1; i <= a.length(); i++) {
            now[0] = last[0] + gap(a, i - 1);
            for (int j = 1; j <= b.length(); j++) {
                double best = last[j - 1] + change(a.charAt(i - 1), b.charAt(j - 1));
                best = Math.min(best, last[j] + gap(a, i - 1));
                best = Math.min(best, now[j - 1] + gap(b, j - 1));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                now[j] = swapped ? Math.min(best, before[j - 2] + SWAPPED) : best;
            }
            double[] spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return last[b.length()];
    }

    private static double gap(String text, int at) {
        char letter = text.charAt(at);
        boolean doubled =
                (at > 0 && text.charAt(at - 1) == letter) || (at + 1 < text.length() && text.charAt(at + 1) == letter);
        if (doubled) {
            return DOUBLED;
        }
        return letter == 'h' || isVowel(letter) ? LEFT_OUT : 1;
    }

    private static double change(char a, char b) {
        if (a == b) {
            return 0;
        }
        return a < ASCII && b < ASCII ? CHANGES[a][b] : 1;
    }

    private static boolean isVowel(char letter) {
        return VOWELS.indexOf(letter) >= 0;
    }

    private static double[][] changes() {
        double[][] changes = new double[ASCII][ASCII];
        for (char a = 0; a < ASCII; a++) {
            for (char b = 0; b < ASCII; b++) {
                changes[a][b] = isVowel(a) && isVowel(b) ? VOWEL : 1;
            }
        }
        for (String pair : SOUNDS.split(" ", -1)) {
            changes[pair.charAt(0)][pair.charAt(1)] = SOUND;
            changes[pair.charAt(1)][pair.charAt(0)] = SOUND;
        }
        return changes;
    }
}
