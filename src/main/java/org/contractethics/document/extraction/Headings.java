package org.contractethics.document.extraction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells headings from sentences by how they are written. */
final class Headings {

    private static final int LONGEST = 120;
    private static final int LONGEST_RUN_IN = 80;
    private static final int LONGEST_SHOWN = 200;

    /** "Data processing" is a heading, a sentence that happens to be short is not. */
    private static final int MOST_PLAIN_WORDS = 3;

    private static final Set<String> SMALL_WORDS = Set.of(
            "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "under",
            "upon", "with", "its", "no");
    private static final Set<String> ABBREVIATIONS = Set.of(
            "inc", "corp", "ltd", "co", "no", "mr", "ms", "mrs", "dr", "st", "llc", "u.s", "nos", "vs", "e.g", "i.e");

    private static final Set<String> RECITALS =
            Set.of("recitals", "recital", "background", "witnesseth", "preamble", "preliminary statement", "whereas");

    /** What stands at the edge of pages: with page numbers alone it heads nothing, wherever a reading finds it. */
    private static final Set<String> BANNER = Set.of(
            "confidential",
            "strictly",
            "private",
            "privileged",
            "proprietary",
            "and",
            "treatment",
            "requested",
            "execution",
            "version",
            "copy",
            "draft",
            "final",
            "page",
            "of");

    private static final Set<String> MARKS_A_BANNER =
            Set.of("confidential", "private", "proprietary", "execution", "draft", "page");

    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

    private Headings() {}

    /** Whether it is only a page number, or a notice such as "12 13 CONFIDENTIAL". */
    private static boolean banner(String line) {
        List<String> words = Arrays.stream(NOT_LETTERS.split(line.toLowerCase(Locale.ROOT), -1))
                .filter(word -> !word.isEmpty())
                .toList();
        return String.join(" ", words).startsWith("confidential materials omitted")
                || (BANNER.containsAll(words) && words.stream().anyMatch(MARKS_A_BANNER::contains));
    }

    /** Whether this is the heading of what comes before the first provision. */
    static boolean recitals(String words) {
        return RECITALS.contains(words.toLowerCase(Locale.ROOT)
                        .replace(":", "")
                        .replace(" ", "")
                        .strip())
                || RECITALS.contains(
                        words.toLowerCase(Locale.ROOT).replace(":", "").strip());
    }

    /** Whether these words, behind their number if they have one, stand as a heading of their own. */
    static boolean standsAlone(String words, boolean numbered, boolean bold) {
        String line = words.strip();
        if (line.isEmpty()
                || line.length() > LONGEST
                || line.indexOf('\n') >= 0
                || line.contains(" | ")
                || banner(line)) {
            return false;
        }
        char last = line.charAt(line.length() - 1);
        if (inCapitals(line)) {
            return last != ',' && last != ';';
        }
        if (line.length() > LONGEST_RUN_IN || (!numbered && !bold)) {
            return false;
        }
        boolean marked = last == '.' || last == ':';
        boolean sentence = ";,?!".indexOf(last) >= 0;
        return marked
                ? plainWords(line.substring(0, line.length() - 1)) == 0
                : !sentence && plainWords(line) <= MOST_PLAIN_WORDS;
    }

    /**
     * The heading that runs into its clause, as in "Audit Rights. The Agency may ...".
     *
     * @return empty where there is none
     */
    static String runIn(String words) {
        int limit = Math.min(words.length() - 2, LONGEST_RUN_IN);
        for (int i = 2; i < limit; i++) {
            char c = words.charAt(i);
            if (c == '\n' || c == ',' || c == ';') {
                return "";
            }
            if ((c == '.' || c == ':') && words.charAt(i + 1) == ' ') {
                String title = words.substring(0, i);
                return beginsSentence(words.charAt(i + 2))
                                && plainWords(title) <= MOST_PLAIN_WORDS
                                && !abbreviation(title)
                        ? title
                        : "";
            }
        }
        return "";
    }

    private static boolean beginsSentence(char c) {
        return Character.isUpperCase(c) || c == '"' || c == '“' || c == '(' || c == '[';
    }

    private static boolean abbreviation(String title) {
        return ABBREVIATIONS.contains(
                title.substring(title.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
    }

    static boolean inCapitals(String line) {
        int upper = 0;
        int lower = 0;
        for (int i = 0; i < line.length(); i++) {
            upper += Character.isUpperCase(line.charAt(i)) ? 1 : 0;
            lower += Character.isLowerCase(line.charAt(i)) ? 1 : 0;
        }
        return upper >= 4 && lower * 9 <= upper && words(line) <= 15;
    }

    /** How many words stand in small letters though they need not; more than any heading has if it cannot be one. */
    private static int plainWords(String line) {
        String[] words = line.split("[ /–—-]+", -1);
        if (words.length > 10 || words[0].isEmpty() || !Character.isUpperCase(words[0].charAt(0))) {
            return Integer.MAX_VALUE;
        }
        int plain = 0;
        for (String word : words) {
            boolean small = word.isEmpty() || SMALL_WORDS.contains(word) || !Character.isLowerCase(word.charAt(0));
            plain += small ? 0 : 1;
        }
        return plain;
    }

    private static int words(String line) {
        return line.split(" +", -1).length;
    }

    /** A heading as other places show it: on one line, without the mark behind it. */
    static String oneLine(String words) {
        String line = words.replace('\n', ' ').strip();
        boolean marked = line.length() > 1 && ".:".indexOf(line.charAt(line.length() - 1)) >= 0;
        String bare = marked ? line.substring(0, line.length() - 1) : line;
        return bare.length() <= LONGEST_SHOWN ? bare : bare.substring(0, SentenceEnds.safe(bare, LONGEST_SHOWN));
    }
}
