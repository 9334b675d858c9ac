package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.contractethics.report.internal.ReleasedCells.Atom;
import org.contractethics.report.internal.ReleasedCells.Cut;
import org.junit.jupiter.api.Test;

/** Numbers under filters and in periods, none of which gives a small one away. */
class ReleasedCellsTests {

    private static final Set<String> TIERS = new TreeSet<>(Set.of("T1", "T2", "T3"));
    private static final Set<String> ROWS = new TreeSet<>(Set.of("approved", "rejected", "returned"));

    @Test
    void a_small_number_and_the_smallest_that_would_tell_it_are_hidden() {
        ReleasedCells cells = ReleasedCells.of(
                Map.of(new Atom(1, "T1", "a"), 3, new Atom(1, "T1", "b"), 20, new Atom(1, "T1", "c"), 9),
                1,
                Set.of(),
                Set.of("a", "b", "c", "d"));

        assertThat(cells.shown(new Cut(1, null, null))).hasValue(32);
        assertThat(cells.shown(new Cut(1, null, "b"))).hasValue(20);
        assertThat(cells.shown(new Cut(1, null, "d"))).hasValue(0);
        assertThat(cells.shown(new Cut(1, null, "a"))).isEmpty();
        assertThat(cells.shown(new Cut(1, null, "c"))).isEmpty();
    }

    @Test
    void the_year_is_hidden_where_it_would_tell_a_small_quarter() {
        Map<Atom, Integer> counted = new LinkedHashMap<>();
        List.of(10, 12, 3, 9).forEach(count -> counted.put(new Atom(counted.size() + 1, "T1", "a"), count));

        ReleasedCells cells = ReleasedCells.of(counted, 4, Set.of(), Set.of("a"));

        assertThat(cells.shown(new Cut(4, null, "a"))).hasValue(9);
        assertThat(cells.shown(new Cut(3, null, "a"))).isEmpty();
        assertThat(cells.shown(new Cut(null, null, "a"))).isEmpty();
        assertThat(cells.shown(new Cut(null, null, null))).isEmpty();
    }

    @Test
    void a_year_that_is_not_over_is_not_told() {
        ReleasedCells cells = ReleasedCells.of(Map.of(new Atom(1, "T1", "a"), 10), 1, Set.of(), Set.of("a"));

        assertThat(cells.shown(new Cut(1, null, "a"))).hasValue(10);
        assertThat(cells.shown(new Cut(null, null, "a"))).isEmpty();
    }

    @Test
    void no_two_numbers_under_any_filters_and_in_any_periods_differ_by_a_small_part() {
        Random random = new Random(11);
        for (int trial = 0; trial < 40; trial++) {
            Map<Atom, Integer> counted = counted(random);
            Map<Cut, Integer> shown = ReleasedCells.of(counted, 4, TIERS, ROWS).shown();

            assertThat(shown.values()).allMatch(value -> value == 0 || value >= 5);
            for (Cut whole : shown.keySet()) {
                for (Cut part : shown.keySet()) {
                    int left = shown.get(whole) - shown.get(part);
                    if (holds(counted, whole, part)) {
                        assertThat(left)
                                .as("%s without %s of %s", whole, part, counted)
                                .isNotIn(1, 2, 3, 4);
                    }
                }
            }
        }
    }

    @Test
    void no_hidden_small_number_is_what_is_left_when_its_neighbours_are_taken_away() {
        Random random = new Random(12);
        for (int trial = 0; trial < 40; trial++) {
            Map<Cut, Integer> shown =
                    ReleasedCells.of(counted(random), 4, TIERS, ROWS).shown();
            for (int quarter = 1; quarter <= 4; quarter++) {
                for (String tier : TIERS) {
                    Integer whole = shown.get(new Cut(quarter, tier, null));
                    int parts = 0;
                    for (String row : ROWS) {
                        parts += shown.getOrDefault(new Cut(quarter, tier, row), 0);
                    }
                    if (whole != null) {
                        assertThat(whole - parts).isNotIn(1, 2, 3, 4);
                    }
                }
            }
        }
    }

    @Test
    void what_was_shown_once_stays_shown_when_later_quarters_are_over() {
        Random random = new Random(13);
        for (int trial = 0; trial < 20; trial++) {
            Map<Atom, Integer> counted = counted(random);
            List<Map<Cut, Integer>> over = new ArrayList<>();
            for (int quarters = 1; quarters <= 4; quarters++) {
                over.add(ReleasedCells.of(until(counted, quarters), quarters, TIERS, ROWS)
                        .shown());
            }
            for (int later = 1; later < 4; later++) {
                assertThat(over.get(later)).containsAllEntriesOf(over.get(later - 1));
            }
        }
    }

    @Test
    void sums_that_only_several_others_together_lead_to_are_found() {
        Knowledge known = new Knowledge(3).with(set(0, 1)).with(set(1, 2)).with(set(0, 2));

        assertThat(known.holds(set(1))).isTrue();
        assertThat(new Knowledge(3).with(set(0, 1)).with(set(1, 2)).holds(set(1)))
                .isFalse();
    }

    private static java.util.BitSet set(int... atoms) {
        java.util.BitSet set = new java.util.BitSet();
        for (int atom : atoms) {
            set.set(atom);
        }
        return set;
    }

    private static Map<Atom, Integer> counted(Random random) {
        Map<Atom, Integer> counted = new LinkedHashMap<>();
        for (int quarter = 1; quarter <= 4; quarter++) {
            for (String tier : TIERS) {
                for (String row : ROWS) {
                    counted.put(new Atom(quarter, tier, row), random.nextInt(3) == 0 ? 0 : random.nextInt(14));
                }
            }
        }
        return counted;
    }

    private static Map<Atom, Integer> until(Map<Atom, Integer> counted, int quarters) {
        Map<Atom, Integer> until = new LinkedHashMap<>(counted);
        until.keySet().removeIf(atom -> atom.quarter() > quarters);
        return until;
    }

    /** Whether everything the part counts is counted by the whole as well. */
    private static boolean holds(Map<Atom, Integer> counted, Cut whole, Cut part) {
        return counted.keySet().stream()
                .filter(atom -> counted.getOrDefault(atom, 0) > 0)
                .allMatch(atom -> !part.takes(atom) || whole.takes(atom));
    }
}
