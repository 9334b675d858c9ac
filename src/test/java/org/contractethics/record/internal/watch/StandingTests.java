package org.contractethics.record.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.contractethics.record.verification.Finding;
import org.contractethics.record.verification.Found;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is news of a watch, and what is not. */
class StandingTests {

    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Standing quiet = new Standing(null, null, NOW);

    @Test
    void a_problem_is_news_once_and_its_end_is() {
        Standing found = quiet.seeing("cut", NOW);
        assertThat(found.isNews(Duration.ZERO, NOW)).isTrue();

        Standing told = found.toldNow();
        assertThat(told.seeing("cut", NOW.plusSeconds(86_400)).isNews(Duration.ZERO, NOW.plusSeconds(86_400)))
                .isFalse();
        assertThat(told.seeing("rewritten", NOW).isNews(Duration.ZERO, NOW)).isTrue();
        Standing mended = told.seeing(null, NOW);
        assertThat(mended.isNews(Duration.ZERO, NOW)).isTrue();
        assertThat(mended.toldNow().seeing(null, NOW).isNews(Duration.ZERO, NOW))
                .isFalse();
    }

    @Test
    void what_comes_and_goes_is_no_news() {
        Standing seen = quiet.seeing("no witness", NOW);

        assertThat(seen.isNews(PATIENCE, NOW.plusSeconds(299))).isFalse();
        assertThat(seen.seeing("no witness", NOW.plusSeconds(200)).isNews(PATIENCE, NOW.plusSeconds(300)))
                .isTrue();
        assertThat(seen.seeing(null, NOW.plusSeconds(299)).isNews(PATIENCE, NOW.plusSeconds(900)))
                .isFalse();
    }

    @Test
    void a_size_that_grows_makes_no_new_problem_and_another_entry_does() {
        assertThat(key(null, "A checkpoint of 1,204 entries was signed, but there are only 12."))
                .isEqualTo(key(null, "A checkpoint of 1,204 entries was signed, but there are only 13."));
        assertThat(key(12L, "Entry 12 was edited.")).isNotEqualTo(key(13L, "Entry 13 was edited."));
    }

    @Test
    void something_else_in_the_same_place_makes_a_new_problem() {
        assertThat(key(null, "A vote was made by SQL.", "Another was changed."))
                .isNotEqualTo(key(null, "A vote was made by SQL."))
                .isNotEqualTo(key(null, "A vote was made by SQL.", "A third was changed."));
    }

    private static String key(@Nullable Long entry, String sentence, String... others) {
        return Alarm.key(new Found("votes", new Finding(entry, sentence), List.of(others)));
    }

    @Test
    void a_verification_is_set_to_come_at_least_once_a_month() {
        assertThatThrownBy(() -> new WatchSettings(Duration.ofDays(32), DayOfWeek.MONDAY))
                .hasMessageContaining("verify-every");
        assertThatThrownBy(() -> new WatchSettings(Duration.ZERO, DayOfWeek.MONDAY))
                .hasMessageContaining("verify-every");
    }
}
