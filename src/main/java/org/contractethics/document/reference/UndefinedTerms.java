package org.contractethics.document.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.reference.Words.Word;

/**
 * Finds what is written like a defined term, "any Covered Person", in two clauses or more and is defined nowhere. A hint for
 * readers: names of people, places and laws may be among them.
 */
public final class UndefinedTerms {

    private static final int FEWEST_CLAUSES = 2;
    private static final int MOST_WORDS = 4;
    private static final int MOST_TERMS = 200;
    private static final Set<String> BEFORE = Set.of(
            "the", "a", "an", "any", "each", "every", "such", "all", "its", "their", "no", "other", "applicable");

    /** Written with capitals everywhere, or by custom. */
    private static final Set<String> NEVER = Set.of(
            "Section",
            "Sections",
            "Article",
            "Articles",
            "Clause",
            "Exhibit",
            "Exhibits",
            "Schedule",
            "Schedules",
            "Annex",
            "Appendix",
            "Attachment",
            "Paragraph",
            "Agreement",
            "Agreements",
            "Contract",
            "Party",
            "Parties",
            "State",
            "States",
            "United",
            "Federal",
            "Government",
            "Internet",
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
            "English",
            "American",
            "European",
            "Court",
            "Courts",
            "Code",
            "Act",
            "Secretary",
            "President",
            "Commission",
            "Board",
            "Chief",
            "Commonwealth",
            "City",
            "County",
            "District",
            "Republic",
            "Securities",
            "Inc",
            "LLC",
            "Corporation",
            "Company");

    private UndefinedTerms() {}

    /** The terms with the clauses that use them, most used first. */
    public static Map<String, List<Integer>> in(List<Clause> clauses, Collection<DefinedTerm> defined) {
        Set<String> known = new HashSet<>();
        defined.forEach(term -> known.add(TermUses.key(term.term())));
        Map<String, Set<Integer>> found = new LinkedHashMap<>();
        for (Clause clause : clauses) {
            if (Scope.live(clause)) {
                scan(clause, known, found);
            }
        }
        Map<String, List<Integer>> terms = new LinkedHashMap<>();
        found.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= FEWEST_CLAUSES)
                .sorted((one, other) -> other.getValue().size() - one.getValue().size())
                .limit(MOST_TERMS)
                .forEach(entry -> terms.put(entry.getKey(), List.copyOf(entry.getValue())));
        return terms;
    }

    private static void scan(Clause clause, Set<String> known, Map<String, Set<Integer>> found) {
        String text = clause.text();
        List<Word> words = Words.of(text);
        for (int i = 0; i + 1 < words.size(); i++) {
            if (BEFORE.contains(words.get(i).text().toLowerCase(Locale.ROOT))
                    && Words.adjoin(text, words.get(i), words.get(i + 1))) {
                List<String> phrase = phrase(text, words, i + 1);
                if (!phrase.isEmpty() && !covered(phrase, known)) {
                    found.computeIfAbsent(String.join(" ", phrase), key -> new TreeSet<>())
                            .add(clause.ordinal());
                }
            }
        }
    }

    private static List<String> phrase(String text, List<Word> words, int from) {
        List<String> phrase = new ArrayList<>();
        for (int i = from; i < words.size() && words.get(i).capital(); i++) {
            boolean adjoins = i == from || Words.adjoin(text, words.get(i - 1), words.get(i));
            if (!adjoins || phrase.size() > MOST_WORDS) {
                break;
            }
            phrase.add(words.get(i).text());
            if (text.startsWith("'s", words.get(i).end())
                    || text.startsWith("’s", words.get(i).end())) {
                break;
            }
        }
        boolean shouted = phrase.stream().allMatch(word -> word.equals(word.toUpperCase(Locale.ROOT)));
        boolean custom = phrase.stream().anyMatch(NEVER::contains);
        return shouted || custom || phrase.size() > MOST_WORDS ? List.of() : phrase;
    }

    /** A phrase that is made of defined terms, "Customer Data" where both words are, or one of them in the plural. */
    private static boolean covered(List<String> phrase, Set<String> known) {
        for (int i = 0; i < phrase.size(); i++) {
            for (int j = phrase.size(); j > i; j--) {
                String piece = String.join(" ", phrase.subList(i, j));
                String singular = piece.endsWith("s") ? piece.substring(0, piece.length() - 1) : piece;
                if (known.contains(piece) || known.contains(singular) || known.contains(piece + "s")) {
                    return true;
                }
            }
        }
        return false;
    }
}
