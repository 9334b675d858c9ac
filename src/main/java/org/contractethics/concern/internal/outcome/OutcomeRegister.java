package org.contractethics.concern.internal.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.concern.internal.ConcernTopic;

/**
 * The outcomes of quarters that are over, in one form for everybody: there are no filters, and so no two views of it whose difference
 * would single out a concern. A quarter with fewer than five outcomes waits and is shown together with the next ones; a topic with fewer
 * than five in what is shown together is not named, nor is then the smallest of the others.
 */
public final class OutcomeRegister {

    static final int LEAST_SHOWN = 5;
    private static final String NOT_NAMED = "Topic not named: too few of it";

    private OutcomeRegister() {}

    /** As it was published. */
    record Published(LocalDate quarter, ConcernTopic topic, OutcomeResult result, String summary) {}

    /** @param from, to first days of the quarters that are shown together */
    public record Batch(LocalDate from, LocalDate to, List<Line> lines) {}

    public record Line(String topic, String result, String summary) {}

    /** @param published in the order of their quarters */
    static List<Batch> of(List<Published> published, LocalDate thisQuarter) {
        List<Batch> batches = new ArrayList<>();
        List<Published> waiting = new ArrayList<>();
        for (int at = 0; at < published.size(); at++) {
            Published one = published.get(at);
            if (!one.quarter().isBefore(thisQuarter)) {
                break;
            }
            waiting.add(one);
            boolean quarterEnds = at + 1 == published.size()
                    || !published.get(at + 1).quarter().equals(one.quarter());
            if (quarterEnds && waiting.size() >= LEAST_SHOWN) {
                batches.add(0, batch(waiting));
                waiting = new ArrayList<>();
            }
        }
        return batches;
    }

    private static Batch batch(List<Published> together) {
        Map<ConcernTopic, Integer> counts = new HashMap<>();
        together.forEach(one -> counts.merge(one.topic(), 1, Integer::sum));
        int hidden = counts.values().stream()
                .filter(count -> count < LEAST_SHOWN)
                .mapToInt(count -> count)
                .sum();
        if (hidden > 0 && hidden < LEAST_SHOWN) {
            // a single small topic would be told by what is left over
            counts.entrySet().stream()
                    .filter(entry -> entry.getValue() >= LEAST_SHOWN)
                    .min(Map.Entry.<ConcernTopic, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .ifPresent(entry -> entry.setValue(0));
        }
        List<Line> lines = together.stream()
                .map(one -> new Line(
                        counts.getOrDefault(one.topic(), 0) < LEAST_SHOWN
                                ? NOT_NAMED
                                : one.topic().label(),
                        one.result().label(),
                        one.summary()))
                .sorted(Comparator.comparing(Line::topic).thenComparing(Line::summary))
                .toList();
        return new Batch(
                together.get(0).quarter(), together.get(together.size() - 1).quarter(), lines);
    }
}
