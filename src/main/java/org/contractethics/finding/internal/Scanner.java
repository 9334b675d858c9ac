package org.contractethics.finding.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.Clause;
import org.contractethics.finding.CheckKind;
import org.contractethics.finding.internal.detection.Detectors;
import org.contractethics.finding.internal.matching.ClauseMatcher;
import org.contractethics.finding.internal.matching.Excerpt;
import org.contractethics.finding.internal.matching.Hit;
import org.contractethics.finding.internal.matching.QuerySet;

/** Holds the clauses of one document against a query set: phrases for red flags and safeguards, linear models for terms. */
final class Scanner {

    /** A clause of a real contract takes some milliseconds. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

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
        List<Map<String, Double>> probabilities = IntStream.range(0, clauses.size())
                .mapToObj(i -> detectors.probabilities(
                        clauses.get(i).heading(), text(clauses, i - 1), text(clauses, i), text(clauses, i + 1)))
                .toList();
        List<FoundPlace> places = new ArrayList<>();
        new TreeMap<>(detectors.models()).forEach((check, model) -> model.found(probabilities.stream()
                        .map(one -> one.getOrDefault(check, 0.0))
                        .toList())
                .forEach(i -> places.add(term(check, clauses.get(i), hits.getOrDefault(i, List.of())))));
        return places;
    }

    private FoundPlace term(String check, Clause clause, List<Hit> hits) {
        return hits.stream()
                .filter(hit -> hit.check().equals(check))
                .findFirst()
                .map(hit -> place(clause, hit))
                .orElseGet(() -> sentence(check, clause));
    }

    /** Without a phrase of the check, the sentence that speaks for it most. */
    private FoundPlace sentence(String check, Clause clause) {
        String text = clause.text();
        List<Integer> bounds = Excerpt.bounds(text.substring(0, Math.min(text.length(), 8_000)));
        int best = 0;
        double most = -1;
        for (int i = 0; i + 1 < bounds.size() && i < 40; i++) {
            double probability = detectors
                    .probabilities(clause.heading(), "", text.substring(bounds.get(i), bounds.get(i + 1)), "")
                    .getOrDefault(check, 0.0);
            if (probability > most) {
                most = probability;
                best = i;
            }
        }
        int start = bounds.get(best);
        String words = text.substring(start, bounds.get(best + 1)).stripTrailing();
        return new FoundPlace(
                check, check, false, clause, start, start + words.length(), words, words, "linear model of " + check);
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
