package org.contractethics.finding.internal.matching;

import java.util.List;
import java.util.Set;
import org.apache.lucene.queries.intervals.IntervalsSource;

/**
 * One phrase of a check.
 *
 * @param written as it stands in the catalogue
 * @param exception whether it says what is not meant: no hit in the same sentence counts
 * @param needed stems without one of each of which a text cannot match; spares the query for nearly all clauses
 */
public record Phrase(String written, boolean exception, IntervalsSource source, List<Set<String>> needed) {

    boolean possible(Set<String> stems) {
        return needed.stream().allMatch(any -> any.stream().anyMatch(stems::contains));
    }

    /** Two phrases written alike are the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Phrase phrase && phrase.written.equals(written) && phrase.exception == exception;
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }
}
