package org.contractethics.document.web;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.document.internal.ShownClause;
import org.contractethics.document.web.Words.Word;

/** Finds the words somebody looks for in the clauses of one document. */
final class HitFinder {

    /** Marks beyond these help nobody. */
    static final int MOST_HITS = 2_000;

    private HitFinder() {}

    /**
     * @param number from 1, over the whole document
     * @param clause index of the clause
     * @param start and {@code end}: offsets in the text of the clause
     */
    record Hit(int number, int clause, int start, int end) {}

    /** The query as a phrase where it occurs as one; otherwise each of its words. In reading order, without overlaps. */
    static List<Hit> find(List<ShownClause> clauses, String query) {
        List<Hit> exact = find(clauses, SearchTerms.exactly(query));
        return exact.isEmpty() ? find(clauses, SearchTerms.anyWord(query)) : exact;
    }

    private static List<Hit> find(List<ShownClause> clauses, SearchTerms terms) {
        List<Hit> hits = new ArrayList<>();
        if (terms.isEmpty()) {
            return hits;
        }
        for (int i = 0; i < clauses.size() && hits.size() < MOST_HITS; i++) {
            addHits(i, Words.of(clauses.get(i).clause().text()), terms, hits);
        }
        return hits;
    }

    private static void addHits(int clause, List<Word> words, SearchTerms terms, List<Hit> hits) {
        int at = 0;
        while (at < words.size() && hits.size() < MOST_HITS) {
            int length = longestMatch(words, at, terms);
            if (length > 0) {
                int end = words.get(at + length - 1).end();
                hits.add(new Hit(hits.size() + 1, clause, words.get(at).start(), end));
            }
            at += Math.max(1, length);
        }
    }

    private static int longestMatch(List<Word> words, int at, SearchTerms terms) {
        int longest = 0;
        for (List<String> phrase : terms.phrases()) {
            if (phrase.size() > longest && matches(words, at, phrase)) {
                longest = phrase.size();
            }
        }
        return longest;
    }

    private static boolean matches(List<Word> words, int at, List<String> phrase) {
        if (at + phrase.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (!words.get(at + i).stem().equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }
}
