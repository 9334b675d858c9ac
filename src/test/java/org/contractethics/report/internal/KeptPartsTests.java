package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.contractethics.record.RecordEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted again after a change is what would be counted if everything were. */
class KeptPartsTests {

    private static final Instant MOMENT = Instant.parse("2026-05-04T10:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void a_casebook_asked_after_every_few_entries_counts_what_one_asked_once_counts(long seed) {
        RandomStory random = new RandomStory(seed);
        Casebook asked = new Casebook(Story.DAYS, new ReviewsByDay(), 3);
        int applied = 0;

        for (int step = 0; step < 40; step++) {
            random.write(step % 3 == 0 ? 1 : 9);
            List<RecordEntry> entries = random.story.entries;
            entries.subList(applied, entries.size()).forEach(asked::apply);
            applied = entries.size();
            Casebook fresh = random.story.casebook();

            for (Scope scope : scopes(asked.latest(), step)) {
                assertThat(told(asked, scope)).isEqualTo(told(fresh, scope));
            }
        }
    }

    @Test
    void only_the_block_that_changed_is_counted_again() {
        Blocks<String> blocks = new Blocks<>(2);
        Block<String> first = blocks.add("a");
        List.of("b", "c", "d", "e").forEach(blocks::add);
        KeptParts<String> kept = new KeptParts<>();
        List<String> counted = new ArrayList<>();
        Scope scope = scope("2026-01-01", "2026-03-31", null, false, MOMENT);

        assertThat(ask(kept, blocks, scope, counted)).containsExactly("ab", "cd", "e");
        first.changed();
        blocks.add("f");
        assertThat(ask(kept, blocks, scope, counted)).containsExactly("ab", "cd", "ef");

        assertThat(counted).containsExactly("ab", "cd", "e", "ab", "ef");
    }

    @Test
    void another_figure_day_or_reader_is_counted_for_itself() {
        Blocks<String> blocks = new Blocks<>(2);
        blocks.add("a");
        KeptParts<String> kept = new KeptParts<>();
        List<String> counted = new ArrayList<>();

        for (Scope scope : List.of(
                scope("2026-01-01", "2026-12-31", null, false, MOMENT),
                scope("2026-01-01", "2026-12-31", null, false, MOMENT.plus(Duration.ofDays(1))),
                scope("2026-01-01", "2026-12-31", null, true, MOMENT),
                scope("2026-01-01", "2026-12-31", "Agency 1", false, MOMENT))) {
            List<String> unused = ask(kept, blocks, scope, counted);
        }

        assertThat(counted).hasSize(4);
    }

    @Test
    void a_moment_before_something_happened_is_not_answered_with_what_was_so_after_it() {
        Blocks<String> blocks = new Blocks<>(2);
        blocks.add("a");
        KeptParts<String> kept = new KeptParts<>();
        List<String> counted = new ArrayList<>();

        for (long hours : List.of(2, 3, -2, 4)) {
            Scope scope = scope("2026-01-01", "2026-12-31", null, false, MOMENT.plus(Duration.ofHours(hours)));
            List<String> unused = ask(kept, blocks, scope, counted);
        }

        assertThat(counted).hasSize(3);
    }

    private static List<String> ask(KeptParts<String> kept, Blocks<String> blocks, Scope scope, List<String> counted) {
        return kept.of(blocks.all(), Figure.CONTRACTS, scope, MOMENT, block -> {
            counted.add(String.join("", block.members()));
            return counted.get(counted.size() - 1);
        });
    }

    /** A period that is over, one that runs asked now and a little earlier, and the same for staff and for one agency. */
    private static List<Scope> scopes(Instant latest, int step) {
        Instant now = latest.plus(Duration.ofHours(step % 5));
        return List.of(
                scope("2026-01-01", "2026-03-31", null, false, now),
                scope("2026-01-01", "2027-12-31", null, false, now),
                scope("2026-01-01", "2027-12-31", null, false, now.minus(Duration.ofHours(7))),
                scope("2026-01-01", "2027-12-31", null, true, now),
                scope("2026-01-01", "2027-12-31", "Agency 1", true, now));
    }

    private static List<String> told(Casebook book, Scope scope) {
        List<String> told = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            Tally tally = Figures.count(figure, book, scope);
            told.add(figure + " " + tally.rows() + tally.columns() + Tabulating.table(tally, tally)
                    + tally.items(null, null));
        }
        told.add(CriticalCase.of(book, scope).toString());
        told.add(book.agencies(scope).toString());
        return told;
    }

    private static Scope scope(String from, String to, @Nullable String agency, boolean redacted, Instant now) {
        return new Scope(new Period(LocalDate.parse(from), LocalDate.parse(to)), null, agency, now, redacted);
    }
}
