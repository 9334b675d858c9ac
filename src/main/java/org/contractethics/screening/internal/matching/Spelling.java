package org.contractethics.screening.internal.matching;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings a name to small Latin letters without marks, word by word; Arabic and Hebrew keep their letters. */
final class Spelling {

    private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼʻ`´ʿʾ\"“”«»]");
    private static final Pattern DOTTED =
            Pattern.compile("(?<![\\p{L}\\p{N}])((?:\\p{L}\\.\\s?){2,}\\p{L}?)(?![\\p{L}\\p{N}])");
    private static final Pattern JOINED = Pattern.compile("(?<=\\p{Ll}{3})(?=\\p{Lu}\\p{Ll}{2})");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\u0640]+");
    private static final Pattern CLOSED = Pattern.compile("(?<=\\p{L})\\.(?=\\p{L})");
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

    private Spelling() {}

    /** The words of a name; in names of bodies dotted letters (S.A.) are one word. */
    static List<String> words(String name, boolean dottedAsOne) {
        String text = isAscii(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFKC);
        text = text.replace("&", " and ").replace("/", "");
        text = APOSTROPHES.matcher(text).replaceAll("");
        if (text.indexOf('.') < 0) {
            return split(JOINED.matcher(text).replaceAll(" "));
        }
        if (dottedAsOne) {
            text = DOTTED.matcher(text).replaceAll(dotted -> dotted.group(1).replaceAll("[.\\s]", "") + " ");
        } else {
            text = CLOSED.matcher(text).replaceAll(" ");
        }
        return split(JOINED.matcher(text).replaceAll(" "));
    }

    private static List<String> split(String text) {
        String plain = isAscii(text) ? text.toLowerCase(Locale.ROOT) : letters(text);
        return Arrays.stream(NO_LETTER.split(plain, -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String letters(String text) {
        if (writesNoVowels(text)) {
            return arabic(MARKS.matcher(text).replaceAll(""));
        }
        return APOSTROPHES.matcher(LATIN.transliterate(text)).replaceAll("");
    }

    /** Letters that are written for each other. */
    private static String arabic(String text) {
        return text.replaceAll("[أإآٱ]", "ا")
                .replace('ى', 'ي')
                .replace('ی', 'ي')
                .replace('ک', 'ك')
                .replace('ة', 'ه')
                .toLowerCase(Locale.ROOT);
    }

    /** Whether the first letters are Arabic or Hebrew. */
    static boolean writesNoVowels(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .limit(2)
                .mapToObj(Character.UnicodeScript::of)
                .anyMatch(
                        script -> script == Character.UnicodeScript.ARABIC || script == Character.UnicodeScript.HEBREW);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(letter -> letter < 0x80);
    }
}
