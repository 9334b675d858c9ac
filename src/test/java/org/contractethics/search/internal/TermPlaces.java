package org.contractethics.search.internal;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what the search finds for a term with the clauses that hold it, read from the clauses alone. */
final class TermPlaces {

    /** As many hits as the cluster shows; a term that stands in more clauses says nothing of recall here. */
    private static final int WINDOW = 10_000;

    private static final String BEFORE = "(?<![\\p{L}\\p{N}_]|[\\p{L}\\p{N}][.'\u2019:,])";
    private static final String BEHIND = "(?![\\p{L}\\p{N}_]|[.'\u2019:,][\\p{L}\\p{N}])";

    private final Map<String, String> texts;
    private final ScratchIndex index;

    /** @param texts id of each clause in the index to its words */
    TermPlaces(Map<String, String> texts, ScratchIndex index) {
        this.texts = texts;
        this.index = index;
    }

    /** Each term with each clause that holds it and was not found for it. */
    Set<String> missed(String title, Collection<String> terms) throws IOException {
        var missed = new TreeSet<String>();
        int places = 0;
        for (String term : terms) {
            Set<String> holding = holding(term);
            Set<String> found = index.scores(index.product("\"" + term + "\"")).keySet();
            places += holding.size();
            holding.stream()
                    .filter(id -> found.size() < WINDOW && !found.contains(id))
                    .forEach(id -> missed.add(term + " in " + id));
        }
        System.out.printf("%s: %d terms in %d clauses, missed %d%n", title, terms.size(), places, missed.size());
        return missed;
    }

    /**
     * Knows nothing of how the index takes words apart. A dot or an apostrophe between letters or digits ends no word: "52" is no word of
     * "52.222", nor "com" of "example.com".
     */
    Set<String> holding(String term) {
        String words = Stream.of(term.split(" ", -1)).map(Pattern::quote).collect(Collectors.joining("\\s+"));
        Pattern pattern = Pattern.compile(BEFORE + words + BEHIND, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return texts.entrySet().stream()
                .filter(clause -> pattern.matcher(clause.getValue()).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
