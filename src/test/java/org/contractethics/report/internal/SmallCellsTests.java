package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmallCellsTests {

    @Test
    void numbers_from_five_and_nought_are_shown() {
        assertThat(SmallCells.in(List.of(5, 0, 12, 7))).isEqualTo(new SmallCells(Set.of(), false));
    }

    @Test
    void a_small_number_takes_the_smallest_other_with_it() {
        assertThat(SmallCells.in(List.of(3, 20, 9, 0))).isEqualTo(new SmallCells(Set.of(0, 2), false));
    }

    @Test
    void without_another_number_the_total_is_hidden() {
        assertThat(SmallCells.in(List.of(4, 0, 3))).isEqualTo(new SmallCells(Set.of(0, 2), true));
        assertThat(SmallCells.in(List.of(0, 1))).isEqualTo(new SmallCells(Set.of(1), true));
    }

    @Test
    void no_small_number_can_be_worked_out_from_the_total() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            List<Integer> counts =
                    IntStream.range(0, 4).mapToObj(cell -> random.nextInt(12)).toList();
            SmallCells hidden = SmallCells.in(counts);

            for (int cell = 0; cell < 4; cell++) {
                boolean small = counts.get(cell) > 0 && counts.get(cell) < 5;
                assertThat(!small || hidden.cells().contains(cell)).isTrue();
            }
            boolean singleGap = hidden.cells().size() == 1 && !hidden.total();
            assertThat(singleGap).as("%s", counts).isFalse();
        }
    }

    @Test
    void the_table_of_concerns_hides_them_and_offers_no_way_down() {
        Story story = new Story();
        for (int i = 0; i < 9; i++) {
            story.concern();
        }
        Map<String, Object> first = story.entries.get(0).facts();
        story.happened("concern-answered", null, first);
        Tally tally = story.count(
                Figure.CONCERNS,
                new Scope(
                        Period.quarterOf(LocalDate.of(2026, 10, 5)),
                        null,
                        null,
                        Instant.parse("2026-11-24T12:00:00Z")));

        FigureTable table = Tabulating.table(tally, tally);

        assertThat(tally.count("OPEN", null)).isEqualTo(8);
        assertThat(tally.count("ANSWERED", null)).isEqualTo(1);
        assertThat(table.lines())
                .extracting(line -> line.values().get(0).text())
                .containsExactly("hidden", "0", "0", "hidden", "0");
        assertThat(table.lines()).noneMatch(line -> line.values().get(0).counted());
    }

    @Test
    void concerns_are_told_by_quarter_and_never_cut_by_days_tier_or_agency() {
        Story story = new Story();
        story.concern();
        Instant now = Instant.parse("2026-11-24T12:00:00Z");
        LocalDate day = LocalDate.of(2026, 11, 20);

        Tally tally = story.count(Figure.CONCERNS, new Scope(new Period(day, day), "T1", "nobody", now));

        assertThat(tally.total()).isEqualTo(1);
    }
}
