package org.contractethics.document.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contractethics.document.Documents.Clause;
import org.jspecify.annotations.Nullable;

/** Finds the clause a number names, in whatever form the two are written: Section 4, 4., ARTICLE IV. */
final class ClauseIndex {

    private static final List<String> ANNEXES = List.of("exhibit", "schedule", "annex", "appendix", "attachment");

    /** Headings further in do not tell clauses apart. */
    private static final int DEEPEST = 12;

    /** A key and the first headings of a clause. */
    private record Place(String key, List<String> under) {}

    private final Map<Place, Clause> first = new HashMap<>();

    ClauseIndex(List<Clause> clauses) {
        for (Clause clause : clauses) {
            if (Scope.live(clause)) {
                put(key(clause.number()), clause);
                clause.headingPath().forEach(step -> putStep(step, clause));
            }
        }
    }

    private void putStep(String step, Clause clause) {
        String[] words = step.split(" ", 3);
        boolean keyword = words.length > 1 && keyword(words[0]);
        String number = keyword ? words[0] + " " + words[1] : words[0];
        boolean digit = !number.isEmpty() && Character.isDigit(number.charAt(0));
        if (keyword || digit) {
            put(key(number), clause);
        }
    }

    private void put(String key, Clause clause) {
        if (!key.isEmpty()) {
            for (int depth = depth(clause); depth >= 0; depth--) {
                first.putIfAbsent(new Place(key, clause.headingPath().subList(0, depth)), clause);
            }
        }
    }

    /** @param number for example "7.2(a)", {@code word} for example "section" */
    @Nullable
    Clause find(String word, String number, Clause from) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean annex = ANNEXES.contains(lower);
        String own = annex || lower.equals("article") ? key(lower + " " + number) : key(number);
        Clause found = nearest(own, from);
        if (found == null && !annex) {
            found = nearest(lower.equals("article") ? key(number) : key("article " + number), from);
        }
        int bracket = number.lastIndexOf('(');
        return found == null && bracket > 0
                ? find(word, number.substring(0, bracket).strip(), from)
                : found;
    }

    /** An exhibit counts from 1 again: the clause that shares most of its headings is meant. */
    private @Nullable Clause nearest(String key, Clause from) {
        Clause found = null;
        for (int depth = depth(from); depth >= 0 && found == null; depth--) {
            found = first.get(new Place(key, from.headingPath().subList(0, depth)));
        }
        return found;
    }

    private static int depth(Clause clause) {
        return Math.min(DEEPEST, clause.headingPath().size());
    }

    private static boolean keyword(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return ANNEXES.contains(lower)
                || List.of("article", "section", "clause", "paragraph", "§", "part")
                        .contains(lower);
    }

    /** One form for all: small letters, no blanks or dots behind, Roman numbers of articles in digits. */
    static String key(String number) {
        String lower = number.toLowerCase(Locale.ROOT).strip();
        for (String word : List.of("section ", "clause ", "paragraph ", "sec. ", "§")) {
            lower = lower.startsWith(word) ? lower.substring(word.length()).strip() : lower;
        }
        if (lower.startsWith("article ")) {
            String token = lower.substring(8).strip();
            int value = Roman.value(token);
            return "article " + (value > 0 ? String.valueOf(value) : withoutMarks(token));
        }
        return withoutMarks(lower);
    }

    private static String withoutMarks(String token) {
        String bare = token.replace(" (", "(");
        int end = bare.length();
        while (end > 0 && ".:,;".indexOf(bare.charAt(end - 1)) >= 0) {
            end--;
        }
        return bare.substring(0, end);
    }
}
