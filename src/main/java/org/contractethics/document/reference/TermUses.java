package org.contractethics.document.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.reference.Words.Word;

/** Finds the clauses that use a term, in the same capitals, also in the plural. */
public final class TermUses {

    private final Map<String, List<List<String>>> byFirst = new HashMap<>();

    private TermUses(Collection<String> terms) {
        for (String term : terms) {
            List<String> words = Words.of(term).stream().map(Word::text).toList();
            if (!words.isEmpty()) {
                byFirst.computeIfAbsent(words.get(0), key -> new ArrayList<>()).add(words);
                byFirst.computeIfAbsent(words.get(0) + "s", key -> new ArrayList<>())
                        .add(words);
            }
        }
    }

    /** Ordinals of the clauses that use each term, by its words joined with blanks. */
    public static Map<String, List<Integer>> of(Collection<String> terms, List<Clause> clauses) {
        TermUses uses = new TermUses(terms);
        Map<String, Set<Integer>> found = new LinkedHashMap<>();
        for (Clause clause : clauses) {
            if (Scope.live(clause)) {
                uses.scan(clause, found);
            }
        }
        Map<String, List<Integer>> result = new LinkedHashMap<>();
        found.forEach((term, places) -> result.put(term, List.copyOf(places)));
        return result;
    }

    /** The form in which the uses of a term are asked for. */
    public static String key(String term) {
        return String.join(" ", Words.of(term).stream().map(Word::text).toList());
    }

    private void scan(Clause clause, Map<String, Set<Integer>> found) {
        List<Word> words = Words.of(clause.text());
        for (int i = 0; i < words.size(); i++) {
            for (List<String> term : byFirst.getOrDefault(words.get(i).text(), List.of())) {
                if (matches(words, i, term)) {
                    found.computeIfAbsent(String.join(" ", term), key -> new TreeSet<>())
                            .add(clause.ordinal());
                }
            }
        }
    }

    private static boolean matches(List<Word> words, int at, List<String> term) {
        if (at + term.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < term.size(); i++) {
            String word = words.get(at + i).text();
            boolean last = i == term.size() - 1;
            boolean same = word.equals(term.get(i)) || (last && word.equals(term.get(i) + "s"));
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
