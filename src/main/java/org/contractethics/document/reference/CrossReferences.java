package org.contractethics.document.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.reference.Words.Word;

/** Finds where a clause names another one: Section 7.2, Clauses 3(a) and 4, Article IV, Exhibit A. */
public final class CrossReferences {

    private static final Set<String> KEYWORDS = Set.of(
            "section",
            "sections",
            "clause",
            "clauses",
            "article",
            "articles",
            "paragraph",
            "paragraphs",
            "exhibit",
            "exhibits",
            "schedule",
            "schedules",
            "annex",
            "annexes",
            "appendix",
            "attachment",
            "attachments");
    private static final Set<String> ANNEXES = Set.of("exhibit", "schedule", "annex", "appendix", "attachment");
    private static final Set<String> LAWS = Set.of(
            "act",
            "code",
            "c.f.r",
            "cfr",
            "u.s.c",
            "usc",
            "regulation",
            "regulations",
            "statute",
            "statutes",
            "law",
            "laws",
            "rules",
            "directive",
            "treaty");
    private static final int REACH_OF_LAW = 60;
    private static final int MOST_LISTED = 12;

    private final ClauseIndex index;
    private final List<CrossReference> found = new ArrayList<>();

    private CrossReferences(List<Clause> clauses) {
        this.index = new ClauseIndex(clauses);
    }

    /** In reading order. References to laws, "Section 230 of the Communications Decency Act", are none. */
    public static List<CrossReference> in(List<Clause> clauses) {
        CrossReferences references = new CrossReferences(clauses);
        for (Clause clause : clauses) {
            if (Scope.live(clause)) {
                references.scan(clause);
            }
        }
        return List.copyOf(references.found);
    }

    private void scan(Clause clause) {
        String text = clause.text();
        for (Word word : Words.of(text)) {
            String keyword = word.text().toLowerCase(Locale.ROOT);
            boolean opensLine = word.start() == 0 || text.charAt(word.start() - 1) == '\n';
            boolean plural = keyword.endsWith("s") && KEYWORDS.contains(keyword);
            boolean lowerAnnex = ANNEXES.contains(keyword) && !word.capital();
            if (KEYWORDS.contains(keyword) && !opensLine && !lowerAnnex) {
                list(clause, word, singular(keyword), plural);
            }
        }
    }

    private static String singular(String keyword) {
        return switch (keyword) {
            case "annexes" -> "annex";
            case "appendix", "annex" -> keyword;
            default -> keyword.endsWith("s") ? keyword.substring(0, keyword.length() - 1) : keyword;
        };
    }

    /** One number, or in the plural several of them. */
    private void list(Clause clause, Word keyword, String singular, boolean plural) {
        String text = clause.text();
        int start = keyword.start();
        int at = keyword.end();
        for (int i = 0; i < (plural ? MOST_LISTED : 1); i++) {
            int from = skipBlanks(text, at);
            int end = endOfNumber(text, from, ANNEXES.contains(singular));
            if (end == from) {
                return;
            }
            add(clause, i == 0 ? start : from, end, singular, text.substring(from, end));
            at = plural ? behindConjunction(text, end) : end;
            if (at < 0) {
                return;
            }
        }
    }

    private void add(Clause clause, int start, int end, String singular, String number) {
        String text = clause.text();
        if (ofLaw(text, end)) {
            return;
        }
        boolean annex = ANNEXES.contains(singular);
        Clause target = index.find(singular, number, clause);
        Integer ordinal = target == null ? null : (Integer) target.ordinal();
        found.add(new CrossReference(clause.ordinal(), start, end, text.substring(start, end), ordinal, annex));
    }

    /** "Section 230 of the Communications Decency Act", "Section 365(n) of Title 11, U.S.C.". */
    private static boolean ofLaw(String text, int end) {
        String behind = text.substring(end, Math.min(text.length(), end + REACH_OF_LAW));
        if (!behind.startsWith(" of ") && !behind.startsWith(", ") && !behind.startsWith(" under ")) {
            return false;
        }
        int stop = behind.indexOf(';');
        for (Word word : Words.of(stop < 0 ? behind : behind.substring(0, stop))) {
            if (LAWS.contains(word.text().toLowerCase(Locale.ROOT)) && word.capital()) {
                return true;
            }
            if (word.is("agreement") || word.is("contract") || word.is("hereof")) {
                return false;
            }
        }
        return false;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at)) && at - from < 3) {
            at++;
        }
        return at;
    }

    /** 7, 7.2, 7.2(a)(i), IV, A, A-1; the same offset where no number begins. */
    private static int endOfNumber(String text, int from, boolean annex) {
        int at = from;
        if (at < text.length() && text.charAt(at) == '"') {
            return from;
        }
        while (at < text.length() && at - from < 12 && partOfNumber(text, at, from)) {
            at++;
        }
        while (at > from && ".-".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        String token = text.substring(from, at);
        boolean ends = at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
        if (!ends || !isNumber(token, annex)) {
            return from;
        }
        return brackets(text, at);
    }

    private static boolean partOfNumber(String text, int at, int from) {
        char c = text.charAt(at);
        boolean joins = (c == '.' || c == '-')
                && at > from
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at + 1));
        return Character.isDigit(c) || (c >= 'A' && c <= 'Z') || joins;
    }

    private static boolean isNumber(String token, boolean annex) {
        boolean digits = !token.isEmpty() && Character.isDigit(token.charAt(0));
        boolean roman = Roman.value(token.toLowerCase(Locale.ROOT)) > 0;
        boolean letter = token.length() == 1 && Character.isUpperCase(token.charAt(0));
        boolean lettered = token.length() > 1 && token.charAt(1) == '-' && Character.isUpperCase(token.charAt(0));
        return digits || roman || letter || (annex && lettered);
    }

    private static int brackets(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == '(') {
            int close = text.indexOf(')', at);
            boolean item = close > at + 1
                    && close - at <= 5
                    && text.substring(at + 1, close).chars().allMatch(Character::isLetterOrDigit);
            if (!item) {
                break;
            }
            at = close + 1;
        }
        return at;
    }

    /** Where the next number of a list may begin: behind a comma, "and", "or", "to" or "through"; -1 at its end. */
    private static int behindConjunction(String text, int from) {
        int at = from;
        boolean comma = at < text.length() && text.charAt(at) == ',';
        at = skipBlanks(text, comma ? at + 1 : at);
        for (String word : List.of("and ", "or ", "to ", "through ", "& ")) {
            if (text.startsWith(word, at)) {
                return at + word.length();
            }
        }
        return comma ? at : -1;
    }
}
