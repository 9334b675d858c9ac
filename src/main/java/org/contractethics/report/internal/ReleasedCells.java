package org.contractethics.report.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers of a year everybody may see, under every filter and in every period, so that no number from 1 to 4 can be worked
 * out from any of them together. Quarters are released one after the other in the order of time, and never taken back: what was
 * shown once stays shown, and a later number that would give an earlier one away is not shown at all.
 */
final class ReleasedCells {

    /** What cannot be cut further. */
    record Atom(int quarter, String tier, String row) {}

    /** One number that might be shown; null stands for all. */
    record Cut(@Nullable Integer quarter, @Nullable String tier, @Nullable String row) {

        boolean takes(Atom atom) {
            return (quarter == null || quarter == atom.quarter())
                    && (tier == null || tier.equals(atom.tier()))
                    && (row == null || row.equals(atom.row()));
        }

        private int detail() {
            return (tier == null ? 0 : 1) + (row == null ? 0 : 1);
        }

        /** The numbers that this one is a part of, and by what each is cut into such parts. */
        private List<Division> wholes() {
            List<Division> wholes = new ArrayList<>();
            if (quarter != null) {
                wholes.add(new Division(new Cut(null, tier, row), "quarter"));
            }
            if (tier != null) {
                wholes.add(new Division(new Cut(quarter, null, row), "tier"));
            }
            if (row != null) {
                wholes.add(new Division(new Cut(quarter, tier, null), "row"));
            }
            return wholes;
        }
    }

    private record Division(Cut whole, String by) {}

    private final List<Atom> atoms;
    private final List<Integer> counts;
    private final Map<Cut, BitSet> candidates = new LinkedHashMap<>();
    private final Map<Cut, Integer> shown = new LinkedHashMap<>();
    private final List<BitSet> released = new ArrayList<>();
    private Knowledge knowledge;
    private Alternatives alternatives;

    private ReleasedCells(Map<Atom, Integer> counted) {
        // what is 0 is known to be 0 as soon as anything above it is, so it takes no part in the sums
        this.atoms = counted.keySet().stream()
                .filter(atom -> counted.getOrDefault(atom, 0) > 0)
                .toList();
        this.counts = atoms.stream().map(atom -> counted.getOrDefault(atom, 0)).toList();
        this.knowledge = new Knowledge(atoms.size());
        this.alternatives = new Alternatives(counts);
    }

    /** @param quarters those that are over, from 1; the year is told when all four are */
    static ReleasedCells of(Map<Atom, Integer> counted, int quarters, Set<String> tiers, Set<String> rows) {
        ReleasedCells cells = new ReleasedCells(counted);
        IntStream.rangeClosed(1, quarters).forEach(quarter -> cells.release(quarter, tiers, rows));
        if (quarters == 4) {
            cells.release(null, tiers, rows);
        }
        return cells;
    }

    /** The number; empty where it is hidden or its period is not over. */
    OptionalInt shown(Cut cut) {
        Integer value = shown.get(cut);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    Map<Cut, Integer> shown() {
        return Map.copyOf(shown);
    }

    /** From the whole to the parts, the larger before the smaller: then the smallest others are hidden with what is small. */
    private void release(@Nullable Integer quarter, Set<String> tiers, Set<String> rows) {
        List<Cut> cuts = cuts(quarter, tiers, rows);
        cuts.forEach(cut -> candidates.put(cut, members(cut)));
        cuts.stream()
                .sorted(Comparator.comparingInt(Cut::detail)
                        .thenComparing(cut -> -value(members(cut)))
                        .thenComparing(Cut::toString))
                .forEach(this::offer);
    }

    private static List<Cut> cuts(@Nullable Integer quarter, Set<String> tiers, Set<String> rows) {
        List<Cut> cuts = new ArrayList<>();
        cuts.add(new Cut(quarter, null, null));
        tiers.forEach(tier -> cuts.add(new Cut(quarter, tier, null)));
        rows.forEach(row -> cuts.add(new Cut(quarter, null, row)));
        tiers.forEach(tier -> rows.forEach(row -> cuts.add(new Cut(quarter, tier, row))));
        return cuts;
    }

    private void offer(Cut cut) {
        BitSet members = members(cut);
        int value = value(members);
        if (value == 0) {
            shown.put(cut, 0);
        } else if (!small(members) && !leavesSmallDifference(members)) {
            Knowledge then = knowledge.with(members);
            Alternatives left = alternatives.with(members);
            if (!givesAway(then) && left.leaveOpen(smallCandidates())) {
                knowledge = then;
                alternatives = left;
                released.add(members);
                shown.put(cut, value);
            }
        }
    }

    /** The difference of two numbers of which one holds the other must not be small either, whatever it counts. */
    private boolean leavesSmallDifference(BitSet offered) {
        return released.stream()
                .anyMatch(known -> small(difference(offered, known)) || small(difference(known, offered)));
    }

    /** Whether adding and taking away what would be known leads to a small number, or to one that is left of a whole. */
    private boolean givesAway(Knowledge then) {
        Map<Cut, BitSet> known = new HashMap<>();
        for (Map.Entry<Cut, BitSet> candidate : candidates.entrySet()) {
            if (then.holds(candidate.getValue())) {
                if (small(candidate.getValue())) {
                    return true;
                }
                known.put(candidate.getKey(), candidate.getValue());
            }
        }
        return rests(known).stream().anyMatch(this::small);
    }

    /** What is hidden of each whole that is known, when its parts that are known are taken away: by quarter, by tier, by row. */
    private static Collection<BitSet> rests(Map<Cut, BitSet> known) {
        Map<Division, BitSet> rests = new HashMap<>();
        known.forEach((part, members) -> part.wholes().forEach(division -> {
            BitSet whole = known.get(division.whole());
            if (whole != null) {
                rests.computeIfAbsent(division, any -> (BitSet) whole.clone()).andNot(members);
            }
        }));
        return rests.values();
    }

    private static BitSet difference(BitSet whole, BitSet part) {
        BitSet inside = (BitSet) part.clone();
        inside.andNot(whole);
        BitSet left = new BitSet();
        if (inside.isEmpty()) {
            left.or(whole);
            left.andNot(part);
        }
        return left;
    }

    private List<BitSet> smallCandidates() {
        return candidates.values().stream().filter(this::small).toList();
    }

    private boolean small(BitSet members) {
        int value = value(members);
        return value > 0 && value < SmallCells.LEAST_SHOWN;
    }

    private int value(BitSet members) {
        return members.stream().map(counts::get).sum();
    }

    private BitSet members(Cut cut) {
        BitSet members = new BitSet();
        IntStream.range(0, atoms.size())
                .filter(atom -> cut.takes(atoms.get(atom)))
                .forEach(members::set);
        return members;
    }
}
