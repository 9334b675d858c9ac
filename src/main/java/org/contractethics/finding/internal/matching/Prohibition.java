package org.contractethics.finding.internal.matching;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contractethics.finding.internal.matching.ClauseWords.Place;

/**
 * Tells whether a denied sentence forbids the use that a phrase names. Only "shall not be used for" and its like do; "shall not be
 * restricted from", "no warrant is required for" and every verb that is not known permit it or may, so a person has to read them
 * (H16: what is not known is never low).
 */
final class Prohibition {

    enum Kind {
        /** The use is not forbidden, or it is not sure that it is. */
        NONE,
        /** Forbidden, but "without a warrant" or "unless" may permit it again. */
        WITH_EXCEPTION,
        PLAIN
    }

    private static final Set<String> USES = forms(
            """
                    use access allow assist authorise authorize build collect conduct create deploy develop disclose
                    distribute employ enable engage exploit facilitate host implement intercept introduce keep monitor
                    offer operate perform permit process provide purchase release retain sell share store supply support
                    target track train transfer transmit undertake""");
    private static final Set<String> IRREGULAR = Set.copyOf(
            words(
                    """
                    run runs running made makes make making sold kept built undertaken carry carried held hold"""));
    private static final Set<String> SKIPPED = Set.copyOf(
            words(
                    """
                    be been being have has had in any way at time under circumstances circumstance event otherwise
                    itself also and or nor shall will may must to the all such not"""));
    private static final Set<String> NOT = Set.of("not", "cannot", "never");
    private static final Set<String> FORBIDDING =
            Set.of("prohibited", "prohibits", "prohibit", "forbidden", "forbids", "forbid", "refrain", "refrains");
    private static final Set<String> OF_USE = Set.copyOf(
            words(
                    """
                    of for further such other form forms kind kinds type types purpose purposes here there is are"""));
    private static final Set<String> DETERMINERS = Set.of("the", "its", "their", "any", "of", "such", "for", "this");

    /** What is denied with one of these before it is a hindrance: the use itself is left free. */
    private static final List<String> HINDRANCES = words(
            """
                    restrict limit prevent preclud prohibition object delay refus disabl hinder hamper imped obstruct
                    impair withh suspen terminat discontinu interfer consent approval requir need entitl oblig liab stop
                    block denied deny denial curtail diminish affect prejudice warrants oppos
                    claim damage remed complain appeal audit inspect challenge contest""");

    private static final Set<String> EXCEPTIONS = Set.of("without", "unless", "except", "until", "absent", "save");
    private static final int REACH_AFTER = 14;

    private final ClauseWords clause;
    private final Negation negation;

    Prohibition(ClauseWords clause, Negation negation) {
        this.clause = clause;
        this.negation = negation;
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }

    private static Set<String> forms(String verbs) {
        Set<String> forms = new TreeSet<>();
        for (String verb : words(verbs)) {
            String stem = verb.endsWith("e") ? verb.substring(0, verb.length() - 1) : verb;
            String doubled = stem + stem.charAt(stem.length() - 1);
            Stream.of(verb, verb + "s", verb + "es", stem + "ed", stem + "ing", doubled + "ed", doubled + "ing")
                    .forEach(forms::add);
        }
        return Set.copyOf(forms);
    }

    Kind of(Place hit) {
        int from = negation.scope(hit.first());
        List<Integer> denials = negation.denials(from, hit.first());
        boolean forbidden = denials.size() == 1
                ? forbids(denials.get(0), hit)
                : denials.isEmpty() && itself(from, hit) && negation.deniedAfter(hit.last());
        if (!forbidden || hindered(from, hit.first())) {
            return Kind.NONE;
        }
        return excepted(hit) ? Kind.WITH_EXCEPTION : Kind.PLAIN;
    }

    private boolean forbids(int denial, Place hit) {
        String word = plain(denial);
        if (NOT.contains(word) || word.endsWith("n't") || word.endsWith("n’t")) {
            return use(item(denial, hit.first()) + 1, hit.first());
        }
        if (FORBIDDING.contains(word)) {
            int from = first(denial + 1, hit.first(), Set.of("from"));
            return use(item(from < 0 ? denial : from, hit.first()) + 1, hit.first());
        }
        return Negation.NEITHER_NOR.contains(word) && forbidsAny(denial, hit);
    }

    /** "No user may use it for", "under no circumstances will the Agency use", "no facial recognition". */
    private boolean forbidsAny(int denial, Place hit) {
        int modal = first(denial + 1, hit.first(), Negation.MODALS);
        if (modal >= 0) {
            return use(item(modal, hit.first()) + 1, hit.first()) || inverted(modal, hit.first());
        }
        int verb = first(hit.last() + 1, reach(hit), Negation.AUXILIARY) + 1;
        return itself(denial + 1, hit) && (verb == 0 || done(verb));
    }

    /** Whether the phrase is what is spoken of, and not claims from it or audits of it; and nothing behind hinders it. */
    private boolean itself(int from, Place hit) {
        return IntStream.range(from, hit.first()).allMatch(i -> skipped(i) || uses(i) || OF_USE.contains(plain(i)))
                && !hindered(hit.last() + 1, reach(hit));
    }

    private boolean done(int from) {
        int verb = from;
        while (skipped(verb)) {
            verb++;
        }
        return uses(verb) || Negation.DONE.contains(plain(verb));
    }

    /** Whether the first verb behind is one of use, or the words of the phrase themselves come first. */
    private boolean use(int from, int hit) {
        int verb = from;
        while (verb < hit && skipped(verb)) {
            verb++;
        }
        return verb >= hit || uses(verb);
    }

    private boolean inverted(int modal, int hit) {
        boolean never =
                plain(modal - 1).startsWith("circumstance") || plain(modal - 1).equals("event");
        return never
                && IntStream.range(modal + 1, hit)
                        .anyMatch(i -> USES.contains(plain(i)) && !DETERMINERS.contains(plain(i - 1)));
    }

    /** The last item of a list that began behind the word, where there is one: "shall not: (a) resell it; (b) use it for". */
    private int item(int word, int hit) {
        for (int i = hit - 1; i > word; i--) {
            String gap = negation.between(i);
            if (gap.contains(";") || gap.contains(":")) {
                return i;
            }
        }
        return word;
    }

    private boolean skipped(int i) {
        String word = plain(i);
        return SKIPPED.contains(word) || word.endsWith("ly") || word.matches("[a-z]|[ivx]+|[\\d.]+");
    }

    private boolean uses(int i) {
        return USES.contains(plain(i)) || IRREGULAR.contains(plain(i));
    }

    private boolean hindered(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(this::plain)
                .anyMatch(word -> word.equals("warrant") || HINDRANCES.stream().anyMatch(word::startsWith));
    }

    private boolean excepted(Place hit) {
        int sentence = sentence(hit.last());
        int start = hit.first();
        while (start > 0 && sentence(start - 1) == sentence) {
            start--;
        }
        boolean found = false;
        for (int i = start; i < clause.words().size() && sentence(i) == sentence; i++) {
            found |= EXCEPTIONS.contains(plain(i))
                    || (i > hit.last()
                            && plain(i).equals("other")
                            && plain(i + 1).equals("than"));
        }
        return found;
    }

    private int reach(Place hit) {
        int to = hit.last() + 1;
        while (to < clause.words().size() && to <= hit.last() + REACH_AFTER && sentence(to) == sentence(hit.last())) {
            to++;
        }
        return to;
    }

    private int first(int from, int to, Set<String> wanted) {
        return IntStream.range(from, to)
                .filter(i -> wanted.contains(plain(i)))
                .findFirst()
                .orElse(-1);
    }

    private int sentence(int i) {
        return clause.words().get(i).sentence();
    }

    private String plain(int i) {
        return i < 0 || i >= clause.words().size() ? "" : clause.words().get(i).plain();
    }
}
