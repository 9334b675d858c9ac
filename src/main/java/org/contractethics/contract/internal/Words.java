package org.contractethics.contract.internal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words a contract is found by. Stored words and asked-for words are made the same way here, so that the answer does
 * not depend on the locale of the database: letters lose case and accents, everything else separates.
 */
final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST = 60;
    private static final int MOST_STORED = 2_000;
    private static final int MOST_ASKED = 8;

    private Words() {}

    /** All words of the texts, blank separated. A hyphenated word is stored in its parts and in one piece. */
    static String of(Stream<@Nullable String> texts) {
        Set<String> words = new LinkedHashSet<>();
        texts.flatMap(Stream::ofNullable).forEach(text -> collect(fold(text), words));
        return words.stream().limit(MOST_STORED).collect(Collectors.joining(" "));
    }

    private static void collect(String folded, Set<String> words) {
        int pieceStart = 0;
        for (int i = 0; i <= folded.length(); i++) {
            if (i == folded.length() || Character.isWhitespace(folded.charAt(i))) {
                piece(folded, pieceStart, i, words);
                pieceStart = i + 1;
            }
        }
    }

    private static void piece(String folded, int start, int end, Set<String> words) {
        int wordStart = start;
        boolean hyphenated = false;
        for (int i = start; i <= end; i++) {
            hyphenated |= i > start && i < end && folded.charAt(i) == '-';
            if (i == end || !Character.isLetterOrDigit(folded.charAt(i))) {
                if (i > wordStart) {
                    words.add(cut(folded.substring(wordStart, i)));
                }
                wordStart = i + 1;
            }
        }
        if (hyphenated) {
            String whole = SEPARATORS.matcher(folded.substring(start, end)).replaceAll("");
            if (whole.length() > 1 && whole.length() <= LONGEST) {
                words.add(whole);
            }
        }
    }

    /** A tsquery that demands every word asked for; longer words match what begins with them. Empty if no word is left. */
    static String query(String asked) {
        return Arrays.stream(fold(asked).split("\\s+", -1))
                .map(Words::term)
                .filter(term -> !term.isEmpty())
                .limit(MOST_ASKED)
                .collect(Collectors.joining(" & "));
    }

    private static String term(String piece) {
        List<String> parts = split(piece);
        if (parts.isEmpty()) {
            return "";
        }
        String separate = parts.stream().map(Words::prefix).collect(Collectors.joining(" & "));
        return parts.size() == 1 ? separate : "(" + separate + " | " + prefix(cut(String.join("", parts))) + ")";
    }

    private static String prefix(String word) {
        return "'" + word + "'" + (word.length() > 2 ? ":*" : "");
    }

    private static List<String> split(String folded) {
        return Arrays.stream(SEPARATORS.split(folded, -1))
                .filter(word -> !word.isEmpty())
                .map(Words::cut)
                .toList();
    }

    private static String cut(String word) {
        return word.length() <= LONGEST ? word : word.substring(0, LONGEST);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static String fold(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
