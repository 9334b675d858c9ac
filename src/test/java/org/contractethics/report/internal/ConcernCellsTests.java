package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.contractethics.report.internal.ConcernCells.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader with all tables of a quarter before them adds and subtracts, and finds no number from 1 to 4. */
class ConcernCellsTests {

    private static final Period Q4 = Period.quarterOf(LocalDate.of(2026, 11, 24));
    private static final List<String> MODES = List.of("OPEN", "CONFIDENTIAL", "ANONYMOUS", "COLLECTIVE");
    private static final List<String> TOPICS = List.of("HARM", "DATA", "RETALIATION", "TERMS");

    private final Story story = new Story();

    @ParameterizedTest
    @ValueSource(ints = {6, 12, 20, 35, 60, 120})
    void no_sum_or_difference_of_up_to_three_shown_numbers_is_a_small_one(int concerns) {
        for (int seed = 0; seed < 12; seed++) {
            Story told = new Story();
            quarter(told, concerns, new Random(seed * 1_000L + concerns));
            Casebook book = told.casebook();
            Map<Cell, BitSet> members = members(book);
            List<BitSet> known = new ArrayList<>();
            new ConcernCells(book, Q4)
                    .shown().stream().filter(members::containsKey).forEach(cell -> known.add(members.get(cell)));
            known.addAll(statesShown(members));
            List<BitSet> small = members.values().stream()
                    .filter(counted -> counted.cardinality() > 0 && counted.cardinality() < 5)
                    .toList();

            assertThat(known).noneMatch(small::contains);
            for (BitSet one : known) {
                for (BitSet other : known) {
                    assertThat(small).doesNotContain(without(one, other));
                    assertThat(inside(one, other) && isSmall(without(other, one)))
                            .as("difference of two numbers")
                            .isFalse();
                    for (BitSet third : known) {
                        assertThat(small).doesNotContain(without(without(one, other), third));
                    }
                }
            }
        }
    }

    @Test
    void most_of_a_large_quarter_is_shown() {
        quarter(story, 200, new Random(3));
        Casebook book = story.casebook();
        Map<Cell, BitSet> members = members(book);

        assertThat(new ConcernCells(book, Q4).shown())
                .contains(new Cell(Figure.CONCERN_SOURCES, null), new Cell(Figure.CONCERN_ACKNOWLEDGED, null));
        long shown = new ConcernCells(book, Q4)
                .shown().stream().filter(members::containsKey).count();
        assertThat(shown).isGreaterThan(members.size() / 2);
    }

    @Test
    void of_a_handful_nothing_is_shown_but_what_is_zero() {
        for (int i = 0; i < 3; i++) {
            UUID concern = story.concern("ANONYMOUS", "HARM");
            story.concern(concern, "acknowledged");
        }
        Set<Cell> shown = new ConcernCells(story.casebook(), Q4).shown();

        assertThat(shown)
                .doesNotContain(
                        new Cell(Figure.CONCERN_SOURCES, null),
                        new Cell(Figure.CONCERN_SOURCES, "ANONYMOUS"),
                        new Cell(Figure.CONCERN_ACKNOWLEDGED, null))
                .contains(new Cell(Figure.CONCERN_SOURCES, "OPEN"));
    }

    @Test
    void where_the_number_of_concerns_is_hidden_no_other_table_of_them_tells_it() {
        for (int i = 0; i < 8; i++) {
            UUID concern = story.concern("ANONYMOUS", "HARM");
            if (i % 2 == 0) {
                story.concern(concern, "acknowledged");
            }
        }
        // four and four: without the total both are open, with it both would be told
        Set<Cell> shown = new ConcernCells(story.casebook(), Q4).shown();

        assertThat(shown)
                .doesNotContain(
                        new Cell(Figure.CONCERN_SOURCES, null),
                        new Cell(Figure.CONCERN_SOURCES, "ANONYMOUS"),
                        new Cell(Figure.CONCERN_TOPICS, "HARM"));
    }

    @Test
    void acts_told_are_hidden_beside_nearly_as_many_cases() {
        for (int i = 0; i < 9; i++) {
            story.concern("CONFIDENTIAL", "RETALIATION");
        }
        story.counted("2026-10-01", Map.of("actsTold", 7));
        assertThat(new ConcernCells(story.casebook(), Q4).shown())
                .contains(new Cell(Figure.RETALIATION, "cases"))
                .doesNotContain(new Cell(Figure.RETALIATION, "actsTold"));
    }

    @Test
    void check_ins_left_unanswered_are_not_told_by_the_two_numbers_around_them() {
        story.counted("2026-10-01", Map.of("checkInsAsked", 20, "checkInsAnswered", 18, "checkInsAdverse", 6));
        Set<Cell> shown = new ConcernCells(story.casebook(), Q4).shown();

        assertThat(shown)
                .contains(new Cell(Figure.RETALIATION, "checkInsAsked"))
                .doesNotContain(new Cell(Figure.RETALIATION, "checkInsAnswered"));
    }

    private static void quarter(Story story, int concerns, Random random) {
        for (int i = 0; i < concerns; i++) {
            story.at("2026-%02d-%02dT00:00:00Z".formatted(9 + random.nextInt(4), 1 + random.nextInt(28)));
            UUID concern = story.concern(
                    MODES.get(random.nextInt(random.nextInt(4) + 1)),
                    TOPICS.get(random.nextInt(random.nextInt(4) + 1)));
            for (String what : List.of("acknowledged", "answered", "appealed", "appeal-decided")) {
                if (random.nextInt(5) == 0) {
                    break;
                }
                story.at("2026-%02d-%02dT00:00:00Z".formatted(10 + random.nextInt(3), 1 + random.nextInt(28)));
                story.concern(concern, what);
            }
        }
    }

    /** Worked out here, without the code under test: which concerns each number counts. */
    private static Map<Cell, BitSet> members(Casebook book) {
        Map<Cell, BitSet> members = new HashMap<>();
        int number = 0;
        for (ConcernCase concern : book.concerns().all()) {
            int at = number++;
            if (Q4.holds(concern.filed().at())) {
                String state = concern.stateAt(Q4.end()).value();
                put(members, Figure.CONCERNS, state, at);
            }
            for (Figure figure : ConcernQuarter.SORTED) {
                ConcernQuarter.place(figure, concern, Q4).ifPresent(placed -> put(members, figure, placed.row(), at));
            }
        }
        return members;
    }

    private static void put(Map<Cell, BitSet> members, Figure figure, String row, int at) {
        members.computeIfAbsent(new Cell(figure, row), any -> new BitSet()).set(at);
        members.computeIfAbsent(new Cell(figure, null), any -> new BitSet()).set(at);
    }

    /** What the table of states shows besides. */
    private static List<BitSet> statesShown(Map<Cell, BitSet> members) {
        List<BitSet> states = new ArrayList<>();
        for (ConcernCase.State state : ConcernCase.State.values()) {
            states.add(members.getOrDefault(new Cell(Figure.CONCERNS, state.name()), new BitSet()));
        }
        SmallCells hidden =
                SmallCells.in(states.stream().map(BitSet::cardinality).toList());
        List<BitSet> shown = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            if (!hidden.cells().contains(i)) {
                shown.add(states.get(i));
            }
        }
        if (!hidden.total()) {
            shown.add(members.getOrDefault(new Cell(Figure.CONCERNS, null), new BitSet()));
        }
        return shown;
    }

    private static BitSet without(BitSet whole, BitSet part) {
        BitSet left = (BitSet) whole.clone();
        if (inside(part, whole)) {
            left.andNot(part);
        }
        return left;
    }

    private static boolean inside(BitSet part, BitSet whole) {
        BitSet outside = (BitSet) part.clone();
        outside.andNot(whole);
        return outside.isEmpty();
    }

    private static boolean isSmall(BitSet counted) {
        return counted.cardinality() > 0 && counted.cardinality() < SmallCells.LEAST_SHOWN;
    }
}
