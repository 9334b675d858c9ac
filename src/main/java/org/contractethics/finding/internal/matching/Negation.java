package org.contractethics.finding.internal.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.contractethics.finding.internal.matching.ClauseWords.Place;

/**
 * Tells whether the sentence forbids or denies what a phrase in it names. Looks at the predicate that the phrase belongs to: back to
 * its auxiliary verb and the subject of that, not across an exception, a new predicate or a semicolon outside of a list. Two
 * negations cancel each other: "nothing herein shall restrict the use for surveillance" permits it.
 */
final class Negation {

    static final Set<String> MODALS = Set.of("may", "shall", "will", "must", "can", "could", "would", "should");
    static final Set<String> NEITHER_NOR = Set.of("no", "neither", "nor", "nothing", "none");

    private static final Set<String> RELATIVE = Set.of("that", "which", "who", "whom", "where");
    private static final Set<String> EXCEPTIONS =
            Set.of("except", "unless", "but", "however", "notwithstanding", "although", "whereas", "save", "otherwise");
    private static final Set<String> DENYING = Set.of(
            "not",
            "no",
            "never",
            "neither",
            "nor",
            "nothing",
            "none",
            "cannot",
            "prohibited",
            "prohibits",
            "prohibit",
            "forbidden",
            "forbids",
            "forbid",
            "refrain",
            "refrains",
            "waives",
            "waive",
            "waived",
            "forgoes");
    /** Forbidding only where something before them is denied, or else they describe: "restricted data", "to prevent crime". */
    private static final Set<String> LIMITING = Set.of(
            "restrict",
            "restricts",
            "restricting",
            "limit",
            "limits",
            "limiting",
            "prevent",
            "prevents",
            "preventing",
            "preclude",
            "precludes",
            "impair",
            "impairs",
            "prejudice",
            "affect",
            "affects",
            "diminish",
            "hinder",
            "prohibit",
            "prohibits",
            "forbid",
            "waive",
            "object",
            "objects",
            "disable",
            "disables",
            "delay",
            "delays",
            "refuse",
            "refuses",
            "withhold",
            "obstruct",
            "impede",
            "curtail");
    /** The same of what is done to somebody: "shall not be restricted from". */
    private static final Set<String> LIMITED = Set.of(
            "restricted",
            "limited",
            "prevented",
            "precluded",
            "impaired",
            "hindered",
            "impeded",
            "obstructed",
            "delayed",
            "refused",
            "denied",
            "disabled",
            "withheld",
            "curtailed");

    private static final Set<String> HARMLESS_AFTER_NOT = Set.of(
            "only",
            "limited",
            "less",
            "more",
            "later",
            "exceed",
            "exceeding",
            "fewer",
            "unreasonably",
            "withstanding",
            "be unreasonably",
            "merely",
            "already",
            "longer");
    private static final Set<String> HARMLESS_AFTER_NO =
            Set.of("later", "less", "more", "fewer", "cost", "charge", "earlier", "longer", "case");
    private static final Set<String> FORBIDDEN_AFTER =
            Set.of("prohibited", "forbidden", "banned", "barred", "disallowed", "excluded");
    static final Set<String> DONE = Set.of(
            "permitted",
            "allowed",
            "authorized",
            "authorised",
            "used",
            "performed",
            "undertaken",
            "conducted",
            "deployed",
            "employed",
            "carried",
            "engaged",
            "enabled",
            "tolerated",
            "take",
            "occur",
            "exist",
            "apply",
            "available",
            "granted",
            "provided");
    static final Set<String> AUXILIARY =
            Set.of("is", "are", "shall", "will", "may", "must", "be", "was", "were", "does", "do");
    private static final int REACH_AFTER = 14;
    // bounds the work in a sentence without end
    private static final int REACH_BEFORE = 150;

    private final ClauseWords clause;
    private final List<Word> words;

    Negation(ClauseWords clause) {
        this.clause = clause;
        this.words = clause.words();
    }

    boolean denies(Place hit) {
        int denials = denials(scope(hit.first()), hit.first()).size();
        return denials % 2 == 1 || (denials == 0 && deniedAfter(hit.last()));
    }

    /** Places of the words that deny, of which two cancel each other. */
    List<Integer> denials(int from, int to) {
        List<Integer> denials = new ArrayList<>();
        boolean neither = false;
        for (int i = from; i < to; i++) {
            String word = words.get(i).plain();
            boolean second = (word.equals("nor") && neither)
                    || (!denials.isEmpty() && word.equals("no") && "or".equals(plain(i - 1)));
            neither |= word.equals("neither");
            if ((denials.size() % 2 == 1 && limiting(i)) || (denying(i) && !second)) {
                denials.add(i);
            }
        }
        return denials;
    }

    private boolean limiting(int i) {
        boolean passive = plain(i - 1).equals("be") || plain(i - 1).equals("been");
        return LIMITING.contains(plain(i)) || (passive && LIMITED.contains(plain(i)));
    }

    private boolean denying(int i) {
        String word = plain(i);
        boolean shortened = word.endsWith("n't") || word.endsWith("n’t");
        if (!shortened && !DENYING.contains(word)) {
            return false;
        }
        String next = plain(i + 1);
        if (word.equals("not")) {
            boolean choice = plain(i - 1).equals("or")
                    || plain(i - 1).equals("whether")
                    || plain(i - 1).equals("if");
            boolean mild = next.equals("be") && plain(i + 2).equals("unreasonably");
            return !choice && !mild && !HARMLESS_AFTER_NOT.contains(next);
        }
        return !word.equals("no") || !HARMLESS_AFTER_NO.contains(next);
    }

    /** First word of the predicate, with its subject, that the word at {@code hit} belongs to. */
    int scope(int hit) {
        int sentence = words.get(hit).sentence();
        for (int i = hit - 1; i >= 0 && hit - i <= REACH_BEFORE && words.get(i).sentence() == sentence; i--) {
            if (closed(i)) {
                return i + 1;
            }
            if (MODALS.contains(plain(i)) && !RELATIVE.contains(plain(i - 1))) {
                return subject(i);
            }
        }
        return sentenceStart(hit);
    }

    private int subject(int modal) {
        int sentence = words.get(modal).sentence();
        for (int i = modal - 1; i >= 0 && words.get(i).sentence() == sentence; i--) {
            boolean other = MODALS.contains(plain(i))
                    || plain(i).equals("and")
                    || between(i).contains(",");
            if (closed(i) || other) {
                return i + 1;
            }
        }
        return sentenceStart(modal);
    }

    /** Whether a negation before this word, or at it, does not reach behind it. */
    private boolean closed(int i) {
        String word = plain(i);
        boolean exception = EXCEPTIONS.contains(word)
                && !(word.equals("but") && plain(i + 1).equals("not"));
        boolean other = word.equals("than") && plain(i - 1).equals("other");
        boolean proviso = word.equals("provided") && plain(i + 1).equals("that");
        return exception || other || proviso || (between(i).contains(";") && !listed(i));
    }

    /** Items of a list that a colon or a numbered first item began. */
    private boolean listed(int i) {
        String gap = between(i) + plain(i + 1) + between(i + 1);
        if (gap.contains("(") || gap.contains(")")) {
            return true;
        }
        for (int before = i - 1;
                before >= 0
                        && i - before <= REACH_BEFORE
                        && words.get(before).sentence() == words.get(i).sentence();
                before--) {
            if (between(before).contains(":")) {
                return true;
            }
        }
        return false;
    }

    boolean deniedAfter(int last) {
        int sentence = words.get(last).sentence();
        for (int i = last + 1;
                i < words.size() && i <= last + REACH_AFTER && words.get(i).sentence() == sentence;
                i++) {
            if ((closed(i - 1) && i > last + 1) || EXCEPTIONS.contains(plain(i))) {
                return false;
            }
            if (FORBIDDEN_AFTER.contains(plain(i)) && AUXILIARY.stream().anyMatch(near(i)::contains)) {
                return !near(i).contains("not");
            }
            if (plain(i).equals("not") && AUXILIARY.contains(plain(i - 1)) && done(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean done(int not) {
        return DONE.contains(plain(not + 1)) || (plain(not + 1).equals("be") && DONE.contains(plain(not + 2)));
    }

    private Set<String> near(int i) {
        return Set.copyOf(List.of(plain(i - 1), plain(i - 2), plain(i - 3)).stream()
                .distinct()
                .toList());
    }

    private int sentenceStart(int word) {
        int start = word;
        while (start > 0 && words.get(start - 1).sentence() == words.get(word).sentence()) {
            start--;
        }
        return start;
    }

    private String plain(int i) {
        return i < 0 || i >= words.size() ? "" : words.get(i).plain();
    }

    /** What stands between this word and the next. */
    String between(int i) {
        if (i < 0 || i >= words.size()) {
            return "";
        }
        int to = i + 1 < words.size() ? words.get(i + 1).start() : clause.text().length();
        return clause.text().substring(words.get(i).end(), to);
    }
}
