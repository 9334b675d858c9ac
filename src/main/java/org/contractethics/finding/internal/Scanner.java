package org.contractethics.finding.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.Clause;
import org.contractethics.finding.CheckKind;
import org.contractethics.finding.internal.detection.Detector.Likely;
import org.contractethics.finding.internal.detection.Detectors;
import org.contractethics.finding.internal.matching.ClauseMatcher;
import org.contractethics.finding.internal.matching.Excerpt;
import org.contractethics.finding.internal.matching.Hit;
import org.contractethics.finding.internal.matching.QuerySet;

/** Holds the clauses of one document against a query set: phrases for red flags and safeguards, linear models for terms. */
final class Scanner {

    /** A clause of a real contract takes some milliseconds. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final Likely NEVER = new Likely(0, 0, 0);

    private final ClauseMatcher matcher;
    private final Detectors detectors;
    private final Set<String> terms;

    Scanner(QuerySet set, Detectors detectors) {
        this.matcher = new ClauseMatcher(set, LIMIT);
        this.detectors = detectors;
        this.terms = Set.copyOf(set.checks().stream()
                .filter(check -> check.kind() == CheckKind.TERM)
                .map(check -> check.id())
                .toList());
    }

    /** @param incomplete clauses for which the time did not suffice */
    record Scanned(List<FoundPlace> places, int clauses, int incomplete) {}

    Scanned scan(List<Clause> all) {
        List<Clause> clauses = all.stream().filter(Documents::inForce).toList();
        List<String> leads = Leads.of(clauses);
        List<FoundPlace> places = new ArrayList<>();
        Map<Integer, List<Hit>> ofTerms = new HashMap<>();
        int incomplete = 0;
        for (int i = 0; i < clauses.size(); i++) {
            ClauseMatcher.Result result =
                    matcher.match(leads.get(i), clauses.get(i).text());
            incomplete += result.complete() ? 0 : 1;
            for (Hit hit : result.hits()) {
                if (terms.contains(hit.check())) {
                    ofTerms.computeIfAbsent(i, key -> new ArrayList<>()).add(hit);
                } else {
                    places.add(place(clauses.get(i), hit));
                }
            }
        }
        places.addAll(terms(clauses, ofTerms));
        return new Scanned(places, clauses.size(), incomplete);
    }

    private List<FoundPlace> terms(List<Clause> clauses, Map<Integer, List<Hit>> hits) {
        List<Map<String, Likely>> likely = IntStream.range(0, clauses.size())
                .mapToObj(i -> detectors.likely(
                        clauses.get(i).heading(), text(clauses, i - 1), text(clauses, i), text(clauses, i + 1)))
                .toList();
        List<FoundPlace> places = new ArrayList<>();
        detectors.detectors().forEach((check, detector) -> {
            List<Likely> ofCheck =
                    likely.stream().map(one -> one.getOrDefault(check, NEVER)).toList();
            detector.found(ofCheck.stream().map(Likely::probability).toList())
                    .forEach(i ->
                            places.add(term(check, clauses.get(i), ofCheck.get(i), hits.getOrDefault(i, List.of()))));
        });
        return places;
    }

    /** The sentence that speaks for the term most; a phrase that stands in it says why. */
    private static FoundPlace term(String check, Clause clause, Likely likely, List<Hit> hits) {
        String words = clause.text().substring(likely.start(), likely.end()).stripTrailing();
        String phrase = hits.stream()
                .filter(hit -> hit.check().equals(check))
                .filter(hit -> hit.start() >= likely.start() && hit.start() < likely.end())
                .map(Hit::phrase)
                .findFirst()
                .orElse("linear model of " + check);
        int end = likely.start() + words.length();
        return new FoundPlace(check, check, false, clause, likely.start(), end, words, words, phrase);
    }

    private static FoundPlace place(Clause clause, Hit hit) {
        return new FoundPlace(
                hit.check(),
                hit.topic(),
                hit.negated(),
                clause,
                hit.start(),
                hit.end(),
                hit.words(),
                Excerpt.around(clause.text(), hit.start(), hit.end()),
                hit.phrase());
    }

    private static String text(List<Clause> clauses, int i) {
        return i < 0 || i >= clauses.size() ? "" : clauses.get(i).text();
    }
}
