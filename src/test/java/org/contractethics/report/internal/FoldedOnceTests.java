package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.contractethics.record.RecordEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is kept ready between two looks, each figure is that of the record folded from its first entry, and of all of its reviews. */
class FoldedOnceTests {

    private static final Instant NOW = Instant.parse("2026-09-15T12:00:00Z");
    private static final List<Scope> SCOPES = List.of(
            scope("2026-01-01", "2026-03-31", null, null, false),
            scope("2026-02-01", "2026-02-28", "T3", null, true),
            scope("2026-04-01", "2026-06-30", null, "Agency 1", true),
            scope("2026-05-07", "2026-05-07", null, null, false),
            scope("2026-01-01", "2026-12-31", "T1", "Agency 2", false),
            scope("2025-01-01", "2025-12-31", null, null, false));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void what_the_reviews_touched_in_a_period_count_is_what_all_reviews_count(long seed) {
        List<RecordEntry> entries = new RandomStory(seed).write(900).story.entries;
        Casebook indexed = new Casebook(Story.DAYS);
        Casebook searched = new Casebook(Story.DAYS, new EveryReview(), Blocks.SIZE);
        entries.forEach(indexed::apply);
        entries.forEach(searched::apply);

        assertThat(told(indexed)).isEqualTo(told(searched));
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void a_casebook_that_was_extended_counts_what_one_folded_at_once_counts(long seed) {
        RandomStory random = new RandomStory(seed);
        StoryReader reader = new StoryReader(random.story.entries);
        CurrentCasebook extended = new CurrentCasebook(reader, Story.DAYS, Map::of);
        for (int part : List.of(1, 40, 7, 300, 2, 250)) {
            random.write(part);
            List<String> told = extended.look((book, head) -> {
                assertThat(head.size()).isEqualTo(random.story.entries.size());
                return told(book);
            });

            assertThat(told).isEqualTo(told(random.story.casebook()));
        }
        assertThat(reader.handedOver).isEqualTo(random.story.entries.size());
    }

    private static List<String> told(Casebook book) {
        List<String> told = new ArrayList<>();
        for (Scope scope : SCOPES) {
            for (Figure figure : Figure.values()) {
                Tally tally = Figures.count(figure, book, scope);
                told.add(figure + " " + scope + " " + tally.rows() + tally.columns() + Tabulating.table(tally, tally)
                        + tally.items(null, null));
            }
            told.add(CriticalCase.of(book, scope).toString());
        }
        return told;
    }

    private static Scope scope(
            String from, String to, @Nullable String tier, @Nullable String agency, boolean redacted) {
        return new Scope(new Period(LocalDate.parse(from), LocalDate.parse(to)), tier, agency, NOW, redacted);
    }

    /** Knows no days: every review may have to do with every period. */
    private static final class EveryReview extends ReviewsByDay {

        private final List<ReviewCase> reviews = new ArrayList<>();

        @Override
        ReviewCase known(ReviewCase review) {
            reviews.add(review);
            return super.known(review);
        }

        @Override
        Collection<ReviewCase> in(Period period) {
            return reviews;
        }
    }
}
