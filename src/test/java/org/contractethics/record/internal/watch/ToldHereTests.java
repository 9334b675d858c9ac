package org.contractethics.record.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a process tells whatever the database says that people know. */
class ToldHereTests {

    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final ToldHere here = new ToldHere();

    @Test
    void what_stands_is_told_after_a_start_and_again_each_day() {
        assertThat(here.isDue("votes", "cut", Duration.ZERO, NOW)).isTrue();
        here.told("votes", "cut", NOW);

        assertThat(here.isDue("votes", "cut", Duration.ZERO, NOW.plusSeconds(3_600)))
                .isFalse();
        assertThat(here.isDue("votes", "cut", Duration.ZERO, NOW.plus(DAY))).isTrue();
        here.told("votes", "cut", NOW.plus(DAY));
        assertThat(here.isDue("votes", "cut", Duration.ZERO, NOW.plus(DAY).plusSeconds(3_600)))
                .isFalse();
    }

    @Test
    void another_problem_in_the_same_place_and_one_that_comes_back_are_told_at_once() {
        here.told("votes", "cut", NOW);

        assertThat(here.isDue("votes", "edited", Duration.ZERO, NOW)).isTrue();
        here.told("votes", "edited", NOW);
        here.mended("votes");
        assertThat(here.isDue("votes", "edited", Duration.ZERO, NOW)).isTrue();
    }

    @Test
    void patience_is_counted_from_when_this_process_saw_it_first() {
        Duration patience = Duration.ofMinutes(5);

        assertThat(here.isDue("signing", "no witness", patience, NOW)).isFalse();
        assertThat(here.isDue("signing", "no witness", patience, NOW.plusSeconds(299)))
                .isFalse();
        assertThat(here.isDue("signing", "no witness", patience, NOW.plusSeconds(300)))
                .isTrue();
    }
}
