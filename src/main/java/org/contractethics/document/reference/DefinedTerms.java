package org.contractethics.document.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.reference.Words.Word;

/** Finds where a contract defines its terms: “X” means …, (the “X”), and the lines of a section of definitions. */
public final class DefinedTerms {

    private static final int LONGEST_TERM = 70;
    private static final int LONGEST_LEAD = 60;
    private static final int MOST_WORDS = 6;
    private static final String[] MEANS = {
        "means", "shall mean", "will mean", "mean", "has the meaning", "have the meaning", "shall have the meaning",
        "has the same meaning", "is defined", "are defined", "refers to", "shall refer to", "includes", "shall include"
    };

    /** What may stand before a term in the brackets that define it. */
    private static final Set<String> LEADS = Set.of(
            "the",
            "a",
            "an",
            "each",
            "any",
            "such",
            "this",
            "collectively",
            "together",
            "individually",
            "hereinafter",
            "hereafter",
            "referred",
            "to",
            "as",
            "called",
            "or",
            "and",
            "with",
            "in",
            "herein",
            "being",
            "all",
            "sometimes",
            "its",
            "defined",
            "party",
            "parties",
            "these");

    private DefinedTerms() {}

    /** In reading order; a term that is defined twice comes twice. */
    public static List<DefinedTerm> in(List<Clause> clauses) {
        Set<DefinedTerm> terms = new LinkedHashSet<>();
        for (Clause clause : clauses) {
            if (Scope.live(clause)) {
                quoted(clause, terms);
                if (inDefinitions(clause)) {
                    listed(clause, terms);
                }
            }
        }
        return new ArrayList<>(terms);
    }

    private static void quoted(Clause clause, Set<DefinedTerm> terms) {
        String text = clause.text();
        for (int open = nextQuote(text, 0); open >= 0; ) {
            int close = closing(text, open);
            if (close < 0) {
                open = nextQuote(text, open + 1);
                continue;
            }
            String term = text.substring(open + 1, close).strip();
            String bare = withoutComma(term);
            if (isTerm(bare) && (definedBehind(text, close + 1) || definedInBrackets(text, open))) {
                terms.add(new DefinedTerm(bare, clause.ordinal()));
            }
            open = nextQuote(text, close + 1);
        }
    }

    private static String withoutComma(String term) {
        return term.endsWith(",") || term.endsWith(".") ? term.substring(0, term.length() - 1) : term;
    }

    private static int nextQuote(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '"' || text.charAt(i) == '“') {
                return i;
            }
        }
        return -1;
    }

    private static int closing(String text, int open) {
        char end = text.charAt(open) == '“' ? '”' : '"';
        int limit = Math.min(text.length(), open + LONGEST_TERM + 2);
        for (int i = open + 1; i < limit; i++) {
            if (text.charAt(i) == end) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isTerm(String term) {
        return !term.isEmpty()
                && (Character.isUpperCase(term.charAt(0)) || Character.isDigit(term.charAt(0)))
                && Words.of(term).size() <= MOST_WORDS
                && term.chars().anyMatch(Character::isLetter);
    }

    private static boolean definedBehind(String text, int from) {
        int at = skip(text, from);
        if (at < text.length() && text.charAt(at) == '(') {
            int close = text.indexOf(')', at);
            at = close < 0 || close > at + 120 ? at : skip(text, close + 1);
        }
        for (String means : MEANS) {
            if (text.regionMatches(true, at, means, 0, means.length()) && wordEnds(text, at + means.length())) {
                return true;
            }
        }
        // "A" and "B" mean: the verb stands behind the last of them
        return false;
    }

    private static boolean wordEnds(String text, int at) {
        return at >= text.length() || !Character.isLetter(text.charAt(at));
    }

    private static int skip(String text, int from) {
        int at = from;
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ',')) {
            at++;
        }
        return at;
    }

    private static boolean definedInBrackets(String text, int quote) {
        int from = Math.max(0, quote - LONGEST_LEAD);
        int bracket = text.lastIndexOf('(', quote);
        if (bracket < from || text.lastIndexOf(')', quote) > bracket) {
            return false;
        }
        String lead = withoutQuoted(text.substring(bracket + 1, quote));
        return Words.of(lead).stream()
                .allMatch(word -> LEADS.contains(word.text().toLowerCase(Locale.ROOT)));
    }

    /** In (the "Company" or "Seller") the first term leads to the second. */
    private static String withoutQuoted(String lead) {
        StringBuilder rest = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < lead.length(); i++) {
            char c = lead.charAt(i);
            boolean quote = c == '"' || c == '“' || c == '”';
            inside = quote != inside;
            if (!inside && !quote) {
                rest.append(c);
            }
        }
        return rest.toString();
    }

    private static boolean inDefinitions(Clause clause) {
        return clause.headingPath().stream()
                .anyMatch(step -> step.toLowerCase(Locale.ROOT).contains("definition"));
    }

    /** "Services means …" at the beginning of a line, behind its number. */
    private static void listed(Clause clause, Set<DefinedTerm> terms) {
        for (String line : clause.text().split("\n", -1)) {
            List<Word> words = Words.of(line);
            int first = 0;
            while (first < words.size() && !words.get(first).capital()) {
                first++;
            }
            int means = first;
            while (means < Math.min(words.size(), first + MOST_WORDS)
                    && !words.get(means).is("means")) {
                means++;
            }
            boolean term = first <= 3
                    && means > first
                    && means < words.size()
                    && words.get(means).is("means");
            if (term
                    && words.subList(first, means).stream()
                            .allMatch(word -> word.capital() || word.text().length() < 4)) {
                String name = line.substring(
                        words.get(first).start(), words.get(means - 1).end());
                if (name.chars().noneMatch(c -> ".\"“”:;".indexOf(c) >= 0)) {
                    terms.add(new DefinedTerm(name, clause.ordinal()));
                }
            }
        }
    }
}
