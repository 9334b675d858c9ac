package org.contractethics.document.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds an approved text in an executed copy: word by word the same, but for what was written into the places that it leaves blank.
 */
final class Filling {

    /** Longer than a name with its title, or a date in words: whoever writes more agrees on something. */
    static final int MOST_IN_A_BLANK = 12;

    /** Signatures, names, offices and dates of both sides behind the last clause. */
    static final int MOST_BEHIND_THE_END = 80;

    /** Words before a blank that show which one it is. */
    private static final int PLACE = 5;

    /** So many words in a row without a capital are a sentence, in whatever language, and no name or date. */
    private static final int SENTENCE = 6;

    /** English words by which something is agreed. None of them may be written into a blank or behind the last clause. */
    private static final Set<String> AGREEING = Set.of(
            "shall",
            "must",
            "may",
            "can",
            "cannot",
            "will",
            "not",
            "no",
            "never",
            "entitled",
            "grants",
            "granted",
            "authorise",
            "authorises",
            "authorize",
            "authorizes",
            "liable",
            "liability",
            "warrants",
            "renews",
            "renewed",
            "extends",
            "extended",
            "increases",
            "increased",
            "includes",
            "hereby",
            "except",
            "unless",
            "notwithstanding",
            "agree",
            "agrees",
            "agreed",
            "amend",
            "amended",
            "amendment",
            "replace",
            "replaced",
            "replaces",
            "delete",
            "deleted",
            "waive",
            "waived",
            "waives",
            "instead",
            "provided",
            "subject",
            "clause",
            "clauses",
            "section",
            "article",
            "supersede",
            "supersedes",
            "permitted",
            "prohibited",
            "applies",
            "apply");

    private Filling() {}

    /**
     * @param end behind the last word of the approved text in the copy
     * @param filled what stands where it leaves a blank
     */
    record Found(int end, List<String> filled) {

        Found {
            filled = List.copyOf(filled);
        }
    }

    /**
     * A way up to the end of a stretch between two blanks.
     *
     * @param from where the stretch begins
     * @param before the way to the blank before it; null at the first stretch
     */
    private record Way(int from, int end, @Nullable Way before) {}

    /** Empty where the copy does not hold it from there on. */
    static Optional<Found> at(List<String> approved, List<String> copy, int start) {
        List<List<String>> stretches = stretches(approved);
        Map<Integer, Way> ways = new LinkedHashMap<>();
        if (stands(stretches.get(0), copy, start)) {
            int end = start + stretches.get(0).size();
            ways.put(end, new Way(start, end, null));
        }
        for (List<String> stretch : stretches.subList(1, stretches.size())) {
            Map<Integer, Way> further = new LinkedHashMap<>();
            ways.values().forEach(way -> go(way, stretch, copy, further));
            ways = further;
        }
        return ways.values().stream().findFirst().map(way -> new Found(way.end(), filled(way, copy)));
    }

    private static void go(Way way, List<String> stretch, List<String> copy, Map<Integer, Way> further) {
        int last = Math.min(way.end() + MOST_IN_A_BLANK, copy.size());
        for (int from = way.end(); from <= last; from++) {
            if (stands(stretch, copy, from)) {
                further.putIfAbsent(from + stretch.size(), new Way(from, from + stretch.size(), way));
            }
            if (from < last && agrees(copy, way.end(), from)) {
                return;
            }
        }
    }

    private static List<List<String>> stretches(List<String> approved) {
        List<List<String>> stretches = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < approved.size(); i++) {
            if (approved.get(i).equals(AgreedWords.BLANK)) {
                stretches.add(approved.subList(start, i));
                start = i + 1;
            }
        }
        stretches.add(approved.subList(start, approved.size()));
        return stretches;
    }

    private static boolean stands(List<String> stretch, List<String> copy, int at) {
        if (at + stretch.size() > copy.size()) {
            return false;
        }
        for (int i = 0; i < stretch.size(); i++) {
            if (!stretch.get(i).equals(copy.get(at + i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> filled(Way last, List<String> copy) {
        List<String> filled = new ArrayList<>();
        Way way = last;
        for (Way before = way.before(); before != null; before = way.before()) {
            if (before.end() < way.from()) {
                filled.add(0, inPlace(copy, before.end(), way.from()));
            }
            way = before;
        }
        filled.removeIf(String::isEmpty);
        return filled;
    }

    /** Without the lines of the blank that are left around what was written into it. */
    static String words(List<String> words) {
        return String.join(
                " ",
                words.stream().filter(word -> !word.equals(AgreedWords.BLANK)).toList());
    }

    /** What was written, behind the words before it; nothing where nothing was. */
    private static String inPlace(List<String> copy, int from, int to) {
        String written = words(copy.subList(from, to));
        String before = words(copy.subList(Math.max(0, from - PLACE), from)).replaceFirst("^[^\\p{L}\\p{N}]+", "");
        return written.isEmpty() || before.isEmpty() ? written : before + " \u2026 " + written;
    }

    /** Whether something is agreed by any of the words. */
    static boolean agree(List<String> words) {
        return IntStream.range(0, words.size()).anyMatch(at -> agrees(words, 0, at));
    }

    /**
     * Whether something is agreed by the word at this place.
     *
     * @param from where what was written begins
     */
    static boolean agrees(List<String> words, int from, int at) {
        String word = words.get(at).toLowerCase(Locale.ROOT);
        return (AGREEING.contains(word) && !names(word, words, at)) || isSentence(words, from, at);
    }

    /** The month of May, "No. 7", and a section that is an office. */
    private static boolean names(String word, List<String> words, int at) {
        boolean numberNext = at + 1 < words.size() && isNumber(words.get(at + 1));
        return switch (word) {
            case "may" -> numberNext || (at > 0 && isNumber(words.get(at - 1)));
            case "no" ->
                numberNext || (at + 1 < words.size() && words.get(at + 1).equals("."));
            case "section", "article" -> !numberNext;
            default -> false;
        };
    }

    private static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0));
    }

    private static boolean isSentence(List<String> words, int from, int at) {
        return at - from + 1 >= SENTENCE
                && words.subList(at - SENTENCE + 1, at + 1).stream()
                        .mapToInt(word -> word.codePointAt(0))
                        .allMatch(first -> Character.isLetter(first)
                                && !Character.isUpperCase(first)
                                && !Character.isTitleCase(first));
    }
}
