package org.contractethics.report.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which reviews have an entry on which day, UTC. Whoever counts what happened in a period asks these reviews only; the days of a
 * period are whole, so none is missing.
 */
class ReviewsByDay {

    private final List<ReviewCase> reviews = new ArrayList<>();
    private final NavigableMap<Long, List<ReviewCase>> days = new TreeMap<>();

    /** A review of which nothing was known before. */
    ReviewCase known(ReviewCase review) {
        review.number = reviews.size();
        reviews.add(review);
        return review;
    }

    void touched(ReviewCase review, Instant at) {
        List<ReviewCase> day = days.computeIfAbsent(Period.epochDay(at), any -> new ArrayList<>());
        if (day.isEmpty() || day.get(day.size() - 1) != review) {
            day.add(review);
        }
    }

    /** Each once, in the order in which they became known. */
    Collection<ReviewCase> in(Period period) {
        BitSet touched = new BitSet(reviews.size());
        days.subMap(period.from().toEpochDay(), true, period.to().toEpochDay(), true)
                .values()
                .forEach(day -> day.forEach(review -> touched.set(review.number)));
        return touched.stream().mapToObj(reviews::get).toList();
    }
}
