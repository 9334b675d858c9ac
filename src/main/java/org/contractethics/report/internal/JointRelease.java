package org.contractethics.report.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.report.internal.ConcernCells.Cell;

/**
 * Releases numbers of several tables that count the same things, one after the other, as long as no number from 1 to 4 can be worked
 * out from all that is known: neither one of the tables, nor the difference of two, nor what is left of a total.
 */
final class JointRelease {

    private final List<Integer> counts = new ArrayList<>();
    private final Map<Cell, BitSet> members = new HashMap<>();
    private final Set<Cell> shown = new HashSet<>();
    private final List<BitSet> released = new ArrayList<>();
    private Knowledge knowledge;
    private Alternatives alternatives;

    /** @param atoms how many things there are in each of these sets of numbers and in no other */
    JointRelease(Map<Set<Cell>, Integer> atoms) {
        atoms.forEach((cells, count) -> {
            cells.forEach(
                    cell -> members.computeIfAbsent(cell, any -> new BitSet()).set(counts.size()));
            counts.add(count);
        });
        this.knowledge = new Knowledge(counts.size());
        this.alternatives = new Alternatives(counts);
    }

    Set<Cell> shown() {
        return shown;
    }

    /** The number is known from elsewhere. */
    void know(Cell cell) {
        BitSet counted = members.get(cell);
        if (counted != null) {
            knowledge = knowledge.with(counted);
            alternatives = alternatives.with(counted);
            released.add(counted);
        }
    }

    void offer(Cell cell) {
        BitSet counted = members.get(cell);
        if (counted == null || small(counted) || leavesSmallDifference(counted)) {
            return;
        }
        Knowledge then = knowledge.with(counted);
        Alternatives left = alternatives.with(counted);
        if (!givesAway(then)
                && left.leaveOpen(members.values().stream().filter(this::small).toList())) {
            knowledge = then;
            alternatives = left;
            released.add(counted);
            shown.add(cell);
        }
    }

    private boolean leavesSmallDifference(BitSet offered) {
        return released.stream()
                .anyMatch(known -> small(difference(offered, known)) || small(difference(known, offered)));
    }

    /** What is left of a whole without its part; empty where it is no part of it. */
    private static BitSet difference(BitSet whole, BitSet part) {
        BitSet outside = (BitSet) part.clone();
        outside.andNot(whole);
        BitSet left = new BitSet();
        if (outside.isEmpty()) {
            left.or(whole);
            left.andNot(part);
        }
        return left;
    }

    private boolean givesAway(Knowledge then) {
        Map<Figure, BitSet> rests = new HashMap<>();
        List<Map.Entry<Cell, BitSet>> known = members.entrySet().stream()
                .filter(one -> then.holds(one.getValue()))
                .toList();
        known.stream()
                .filter(one -> one.getKey().row() == null)
                .forEach(one ->
                        rests.put(one.getKey().figure(), (BitSet) one.getValue().clone()));
        known.stream()
                .filter(one -> one.getKey().row() != null)
                .forEach(one -> rests.computeIfPresent(one.getKey().figure(), (figure, rest) -> {
                    rest.andNot(one.getValue());
                    return rest;
                }));
        return known.stream().anyMatch(one -> small(one.getValue()))
                || rests.values().stream().anyMatch(this::small);
    }

    private boolean small(BitSet counted) {
        int value = counted.stream().map(counts::get).sum();
        return value > 0 && value < SmallCells.LEAST_SHOWN;
    }
}
