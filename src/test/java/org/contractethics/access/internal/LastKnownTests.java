package org.contractethics.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.contractethics.SettableClock;
import org.junit.jupiter.api.Test;

class LastKnownTests {

    private final Map<String, String> truth = new ConcurrentHashMap<>(Map.of("dana", "HR_REVIEWER"));
    private final AtomicBoolean down = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
    private final LastKnown<String, String> known = new LastKnown<>(this::ask, clock);

    @Test
    void asks_once_a_minute() {
        known.get("dana");
        clock.forward(LastKnown.FRESH.minusSeconds(1));
        known.get("dana");

        assertThat(asked).hasValue(1);
    }

    @Test
    void hears_of_a_change_within_a_minute() {
        known.get("dana");
        truth.put("dana", "nothing any more");
        clock.forward(LastKnown.FRESH);

        assertThat(known.get("dana")).hasValue("nothing any more");
    }

    @Test
    void keeps_the_last_answer_while_the_other_side_is_down() {
        known.get("dana");
        down.set(true);
        clock.forward(Duration.ofHours(3));

        assertThat(known.get("dana")).hasValue("HR_REVIEWER");
    }

    @Test
    void knows_nothing_of_what_it_could_never_ask() {
        down.set(true);

        assertThat(known.get("dana")).isEmpty();
    }

    @Test
    void leaves_a_failing_side_alone_for_some_seconds() {
        down.set(true);
        known.get("dana");
        known.get("dana");
        known.get("erin");

        assertThat(asked).hasValue(1);

        down.set(false);
        clock.forward(LastKnown.RETRY);

        assertThat(known.get("dana")).hasValue("HR_REVIEWER");
    }

    private String ask(String name) {
        asked.incrementAndGet();
        if (down.get()) {
            throw new IllegalStateException("connection refused");
        }
        return truth.getOrDefault(name, "");
    }
}
