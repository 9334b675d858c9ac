package org.contractethics.finding.internal.matching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.contractethics.finding.internal.matching.Check.WhenNegated;
import org.contractethics.finding.internal.matching.ClauseWords.Place;

/**
 * Holds one clause against every phrase of a query set. The same clause and set give the same hits, always. The phrases run in an
 * engine that cannot backtrack; a clause is matched in pieces of bounded length, and the time for it is bounded besides.
 */
public final class ClauseMatcher {

    /** Longer clauses, such as a page without any break, are matched piece by piece. */
    static final int PIECE = 20_000;

    private static final int LONGEST_LEAD = 1_000;

    private final QuerySet set;
    private final Duration limit;
    private final LongSupplier nanos;

    public ClauseMatcher(QuerySet set, Duration limit) {
        this(set, limit, System::nanoTime);
    }

    ClauseMatcher(QuerySet set, Duration limit, LongSupplier nanos) {
        this.set = set;
        this.limit = limit;
        this.nanos = nanos;
    }

    /** @param complete false where the time ran out before every phrase was tried */
    public record Result(List<Hit> hits, boolean complete) {}

    /**
     * @param lead words before the clause that its sentence goes on from, such as "The customer shall not:"; empty where there are
     *     none
     */
    public Result match(String lead, String text) {
        long until = nanos.getAsLong() + limit.toNanos();
        List<Hit> hits = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int to = pieceEnd(text, from);
            String before = from == 0 ? shortened(lead) : "";
            if (!matchPiece(before, text.substring(from, to), from - before.length(), until, hits)) {
                return new Result(sorted(hits), false);
            }
            from = to;
        }
        return new Result(sorted(hits), true);
    }

    private static String shortened(String lead) {
        return lead.isEmpty() ? "" : lead.substring(Math.max(0, lead.length() - LONGEST_LEAD)) + " ";
    }

    private static int pieceEnd(String text, int from) {
        if (text.length() - from <= PIECE) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', from + PIECE);
        return space > from ? space : from + PIECE;
    }

    private boolean matchPiece(String lead, String piece, int shift, long until, List<Hit> hits) {
        ClauseWords clause = new ClauseWords(lead + piece);
        Negation negation = new Negation(clause);
        for (Check check : set.checks()) {
            if (nanos.getAsLong() > until) {
                return false;
            }
            hits(check, clause, negation, lead.length()).forEach(hit -> hits.add(shifted(hit, shift)));
        }
        return true;
    }

    private List<Hit> hits(Check check, ClauseWords clause, Negation negation, int from) {
        List<Phrase> phrases = set.phrases(check.id());
        Set<Integer> excepted = new HashSet<>();
        phrases.stream()
                .filter(Phrase::exception)
                .flatMap(phrase -> clause.places(phrase).stream())
                .forEach(place -> excepted.add(sentence(clause, place)));
        List<Hit> hits = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Phrase phrase : phrases) {
            for (Place place : phrase.exception() ? List.<Place>of() : clause.places(phrase)) {
                boolean own = clause.words().get(place.last()).start() >= from;
                if (own && !excepted.contains(sentence(clause, place))) {
                    // one finding for each sentence is enough for a reader
                    at(check, phrase, place, clause, negation, from).stream()
                            .filter(hit -> taken.add(hit.sentence() + hit.check() + hit.negated()))
                            .forEach(hits::add);
                }
            }
        }
        return hits;
    }

    /** Of a use that is forbidden with an exception, the red flag as well as the safeguard: a person reads which of them it is. */
    private static List<Hit> at(
            Check check, Phrase phrase, Place place, ClauseWords clause, Negation negation, int from) {
        String protects = check.protects();
        if (protects == null) {
            boolean negated = check.whenNegated() != WhenNegated.IGNORED && negation.denies(place);
            return List.of(hit(check.id(), check, negated, phrase, place, clause, from));
        }
        Hit itself = hit(check.id(), check, false, phrase, place, clause, from);
        Hit safeguard = hit(protects, check, false, phrase, place, clause, from);
        return switch (new Prohibition(clause, negation).of(place)) {
            case NONE -> List.of(itself);
            case WITH_EXCEPTION -> List.of(itself, safeguard);
            case PLAIN -> List.of(safeguard);
        };
    }

    private static Hit hit(
            String found, Check check, boolean negated, Phrase phrase, Place place, ClauseWords clause, int from) {
        int start = Math.max(from, clause.words().get(place.first()).start());
        int end = clause.words().get(place.last()).end();
        return new Hit(
                found,
                check.id(),
                negated,
                start,
                end,
                clause.text().substring(start, end),
                phrase.written(),
                sentence(clause, place));
    }

    private static Hit shifted(Hit hit, int shift) {
        return new Hit(
                hit.check(),
                hit.topic(),
                hit.negated(),
                hit.start() + shift,
                hit.end() + shift,
                hit.words(),
                hit.phrase(),
                hit.sentence());
    }

    private static int sentence(ClauseWords clause, Place place) {
        return clause.words().get(place.first()).sentence();
    }

    private static List<Hit> sorted(List<Hit> hits) {
        return hits.stream()
                .sorted(Comparator.comparingInt(Hit::start)
                        .thenComparing(Hit::check)
                        .thenComparing(Hit::topic)
                        .thenComparing(Hit::end))
                .toList();
    }
}
