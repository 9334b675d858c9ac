package org.contractethics.document.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.contractethics.document.web.Words.Word;

/**
 * What is looked for in a document: phrases, each a list of word stems.
 *
 * @param phrases any of them is a hit
 */
record SearchTerms(List<List<String>> phrases) {

    private static final int LONGEST_QUERY = 300;
    private static final int MOST_TERMS = 20;
    private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");
    private static final Set<String> STOP_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "it", "of", "on", "or", "that",
            "the", "to", "with");

    SearchTerms {
        phrases = phrases.stream().map(List::copyOf).limit(MOST_TERMS).toList();
    }

    boolean isEmpty() {
        return phrases.isEmpty();
    }

    /** The query as one phrase, apart from the phrases in quotation marks. */
    static SearchTerms exactly(String query) {
        List<List<String>> phrases = quoted(query);
        List<String> rest = stems(unquoted(query));
        if (!rest.isEmpty()) {
            phrases.add(rest);
        }
        return new SearchTerms(phrases);
    }

    /** The phrases in quotation marks, and every other word that says something. */
    static SearchTerms anyWord(String query) {
        List<List<String>> phrases = quoted(query);
        List<String> words = stems(unquoted(query));
        List<String> telling = words.stream()
                .filter(word -> !STOP_WORDS.contains(word))
                .distinct()
                .toList();
        (telling.isEmpty() ? words : telling).forEach(word -> phrases.add(List.of(word)));
        return new SearchTerms(phrases);
    }

    private static List<List<String>> quoted(String query) {
        List<List<String>> phrases = new ArrayList<>();
        String[] pieces = limited(query).split("\"", -1);
        for (int i = 1; i + 1 < pieces.length; i += 2) {
            List<String> stems = stems(pieces[i]);
            if (!stems.isEmpty()) {
                phrases.add(stems);
            }
        }
        return phrases;
    }

    private static String unquoted(String query) {
        StringBuilder rest = new StringBuilder();
        String[] pieces = limited(query).split("\"", -1);
        for (int i = 0; i < pieces.length; i++) {
            boolean open = i % 2 == 1 && i + 1 == pieces.length;
            if (i % 2 == 0 || open) {
                rest.append(' ').append(pieces[i]);
            }
        }
        return rest.toString();
    }

    private static List<String> stems(String text) {
        List<String> stems = new ArrayList<>();
        for (Word word : Words.of(text)) {
            if (!OPERATORS.contains(text.substring(word.start(), word.end()))) {
                stems.add(word.stem());
            }
        }
        return stems;
    }

    private static String limited(String query) {
        String straight = query.replaceAll("[“”„‟«»]", "\"");
        return straight.length() <= LONGEST_QUERY ? straight : straight.substring(0, LONGEST_QUERY);
    }
}
