package org.contractethics.report.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What numbers could be instead, for a reader who knows some sums of them and that none is 0: one or two of them more and others less,
 * so that every known sum stays as it is. Looks for small changes only, so a number that it calls open is open.
 */
final class Alternatives {

    private final List<Integer> counts;
    private final long[] marks;
    private final Random random;

    /** At most two numbers, changed by one each. */
    private record Change(int one, int other) {

        static final int NOBODY = -1;

        /** How many of them the sum counts. */
        int in(BitSet sum) {
            return (one != NOBODY && sum.get(one) ? 1 : 0) + (other != NOBODY && sum.get(other) ? 1 : 0);
        }
    }

    Alternatives(List<Integer> counts) {
        this(counts, new long[counts.size()], new Random(counts.size()));
    }

    private Alternatives(List<Integer> counts, long[] marks, Random random) {
        this.counts = counts;
        this.marks = marks;
        this.random = random;
    }

    /** The same, where this sum is known besides. Each sum has a mark; changes with equal marks cancel out in every known sum. */
    Alternatives with(BitSet sum) {
        long mark = random.nextLong();
        long[] marked = marks.clone();
        sum.stream().forEach(atom -> marked[atom] += mark);
        return new Alternatives(counts, marked, random);
    }

    /** Whether each of these sums could be another number. */
    boolean leaveOpen(Collection<BitSet> sums) {
        List<List<Change>> balanced = balanced();
        return sums.stream().allMatch(sum -> balanced.stream().anyMatch(changes -> change(changes, sum)));
    }

    /** Whether one of the changes, undone by another that may be taken away, changes the sum. */
    private boolean change(List<Change> changes, BitSet sum) {
        BitSet more = new BitSet();
        BitSet less = new BitSet();
        for (Change change : changes) {
            more.set(change.in(sum));
            if (canBeLess(change)) {
                less.set(change.in(sum));
            }
        }
        return !less.isEmpty() && more.cardinality() > 1;
    }

    private boolean canBeLess(Change change) {
        return (change.one() == Change.NOBODY || counts.get(change.one()) > 1)
                && (change.other() == Change.NOBODY || counts.get(change.other()) > 1)
                && (change.one() == Change.NOBODY || change.one() != change.other() || counts.get(change.one()) > 2);
    }

    /** Changes that look alike in every known sum; one that has no like changes nothing. */
    private List<List<Change>> balanced() {
        Map<Long, List<Change>> changes = new HashMap<>();
        IntStream.range(Change.NOBODY, counts.size()).forEach(one -> IntStream.range(one, counts.size())
                .forEach(other -> changes.computeIfAbsent(mark(one) + mark(other), any -> new ArrayList<>())
                        .add(new Change(one, other))));
        return changes.values().stream()
                .filter(alike -> alike.size() > 1 && alike.stream().anyMatch(this::canBeLess))
                .toList();
    }

    private long mark(int atom) {
        return atom == Change.NOBODY ? 0 : marks[atom];
    }
}
