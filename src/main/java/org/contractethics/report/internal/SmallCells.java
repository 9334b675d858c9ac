package org.contractethics.report.internal;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which numbers of a sum are hidden so that nobody is singled out: those from 1 to 4, and with them the smallest of the others,
 * since with a single gap the total would give the hidden number away. Where all others are 0 there is no such other number,
 * and the total is hidden instead.
 *
 * @param cells positions of the hidden numbers
 * @param total whether the total is hidden
 */
record SmallCells(Set<Integer> cells, boolean total) {

    static final int LEAST_SHOWN = 5;

    static SmallCells in(List<Integer> counts) {
        Set<Integer> hidden = new HashSet<>();
        IntStream.range(0, counts.size())
                .filter(i -> counts.get(i) > 0 && counts.get(i) < LEAST_SHOWN)
                .forEach(hidden::add);
        if (hidden.isEmpty()) {
            return new SmallCells(Set.of(), false);
        }
        boolean covered = IntStream.range(0, counts.size())
                .boxed()
                .filter(i -> counts.get(i) >= LEAST_SHOWN)
                .min(Comparator.comparing(counts::get))
                .map(hidden::add)
                .orElse(false);
        return new SmallCells(Set.copyOf(hidden), !covered);
    }
}
