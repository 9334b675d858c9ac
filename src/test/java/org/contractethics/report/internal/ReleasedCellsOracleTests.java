package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contractethics.report.internal.ReleasedCells.Atom;
import org.contractethics.report.internal.ReleasedCells.Cut;
import org.junit.jupiter.api.Test;

/**
 * A reader with patience: tries every way in which the hidden numbers could be filled in. Whatever is not shown is at least 1, because
 * each 0 is shown.
 */
class ReleasedCellsOracleTests {

    @Test
    void five_ones_are_not_told_by_their_sum() {
        Set<String> rows = new TreeSet<>(Set.of("a", "b", "c", "d", "e", "f"));
        Map<Atom, Integer> counted = new LinkedHashMap<>();
        List.of("a", "b", "c", "d", "e").forEach(row -> counted.put(new Atom(1, "T1", row), 1));

        ReleasedCells cells = ReleasedCells.of(counted, 1, Set.of(), rows);

        assertThat(cells.shown(new Cut(1, null, "f"))).hasValue(0);
        assertThat(cells.shown(new Cut(1, null, null))).isEmpty();
    }

    @Test
    void ones_beside_a_large_number_are_not_told_by_what_is_left() {
        Set<String> rows = new TreeSet<>(Set.of("a", "b", "c", "d", "e", "f"));
        Map<Atom, Integer> counted = new LinkedHashMap<>();
        rows.forEach(row -> counted.put(new Atom(1, "T1", row), 1));
        counted.put(new Atom(1, "T1", "f"), 30);

        ReleasedCells cells = ReleasedCells.of(counted, 1, Set.of(), rows);

        assertThat(cells.shown(new Cut(1, null, null)).isPresent()
                        && cells.shown(new Cut(1, null, "f")).isPresent())
                .isFalse();
    }

    @Test
    void no_hidden_number_from_1_to_4_has_only_one_possible_value() {
        Random random = new Random(17);
        for (int trial = 0; trial < 50; trial++) {
            int most = 1 + random.nextInt(7);
            assertNothingIsToldIn(random, 1, 1 + random.nextInt(3), 2 + random.nextInt(2), most);
            assertNothingIsToldIn(random, 4, 1, 2, most);
        }
    }

    private static void assertNothingIsToldIn(Random random, int quarters, int tiers, int rows, int most) {
        Set<String> tierNames = names("T", tiers);
        Set<String> rowNames = names("row", rows);
        Map<Atom, Integer> counted = new LinkedHashMap<>();
        for (int quarter = 1; quarter <= quarters; quarter++) {
            for (String tier : tierNames) {
                for (String row : rowNames) {
                    counted.put(new Atom(quarter, tier, row), random.nextInt(most + 1));
                }
            }
        }
        Map<Cut, Integer> shown =
                ReleasedCells.of(counted, quarters, tierNames, rowNames).shown();
        Reader reader = new Reader(counted, shown);
        cuts(quarters, tierNames, rowNames).stream()
                .filter(cut -> !shown.containsKey(cut))
                .filter(cut -> value(counted, cut) >= 1 && value(counted, cut) <= 4)
                .forEach(cut -> assertThat(reader.possible(cut))
                        .as("%s of %s where %s is shown", cut, counted, shown)
                        .hasSizeGreaterThan(1));
    }

    private static Set<String> names(String kind, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> kind + i).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Cut> cuts(int quarters, Set<String> tiers, Set<String> rows) {
        List<Cut> cuts = new ArrayList<>();
        for (int quarter = 1; quarter <= quarters; quarter++) {
            int q = quarter;
            cuts.add(new Cut(q, null, null));
            tiers.forEach(tier -> cuts.add(new Cut(q, tier, null)));
            rows.forEach(row -> cuts.add(new Cut(q, null, row)));
            tiers.forEach(tier -> rows.forEach(row -> cuts.add(new Cut(q, tier, row))));
        }
        return cuts;
    }

    private static int value(Map<Atom, Integer> counted, Cut cut) {
        return counted.entrySet().stream()
                .filter(entry -> cut.takes(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Knows which numbers are 0 and every sum that is shown. */
    private static final class Reader {

        /** No sum shown here is larger, so a number that no sum bounds is tried far enough. */
        private static final int MOST = 9;

        private final List<Atom> open;
        private final Map<Cut, Integer> sums;
        private final Map<Atom, Integer> tried = new HashMap<>();
        private Set<Integer> values = new HashSet<>();

        Reader(Map<Atom, Integer> counted, Map<Cut, Integer> shown) {
            this.open = counted.keySet().stream()
                    .filter(atom -> counted.getOrDefault(atom, 0) > 0)
                    .toList();
            this.sums = shown;
        }

        /** Two of the values that a sum can have, or the only one. */
        Set<Integer> possible(Cut cut) {
            values = new HashSet<>();
            tried.clear();
            fill(0, cut);
            return values;
        }

        private void fill(int next, Cut cut) {
            if (next == open.size()) {
                values.add(value(tried, cut));
                return;
            }
            Atom atom = open.get(next);
            for (int value = 1; value <= MOST && values.size() < 2; value++) {
                tried.put(atom, value);
                if (fits(atom, next)) {
                    fill(next + 1, cut);
                }
            }
            tried.remove(atom);
        }

        /** What is still open counts 1 at least, and nothing where nothing is open. */
        private boolean fits(Atom changed, int last) {
            return sums.entrySet().stream()
                    .filter(sum -> sum.getKey().takes(changed))
                    .allMatch(sum -> {
                        long left = open.subList(last + 1, open.size()).stream()
                                .filter(sum.getKey()::takes)
                                .count();
                        int missing = sum.getValue() - value(tried, sum.getKey());
                        return left == 0 ? missing == 0 : missing >= left;
                    });
        }
    }
}
