package org.contractethics.record.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contractethics.SettableClock;
import org.contractethics.record.RecordProofs;
import org.contractethics.record.verification.Finding;
import org.contractethics.record.verification.Found;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is looked at again and again, and what is made of it. */
class WatchingRecordTests {

    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
    private static final String FORK = "The witness local remembers another record.";

    private final SettableClock clock = new SettableClock(NOW);
    private final List<Instant> verified = new ArrayList<>();
    private final List<@Nullable String> seen = new ArrayList<>();

    @Test
    void the_record_is_verified_again_after_a_day() {
        WatchingRecord watching = watching(new Proved(null, true, true));

        watching.run();
        clock.forward(Duration.ofHours(23));
        watching.run();
        assertThat(verified).isEmpty();
        clock.forward(Duration.ofHours(1));
        watching.run();
        watching.run();
        clock.forward(Duration.ofHours(24));
        watching.run();

        assertThat(verified).containsExactly(NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(2)));
    }

    @Test
    void what_keeps_the_record_from_being_signed_or_witnessed_is_told_once_it_stands() {
        watching(new Proved(FORK, true, true)).run();
        watching(new Proved(null, true, false)).run();
        watching(new Proved(null, true, true)).run();

        assertThat(seen).containsExactly(FORK, WatchingRecord.NOT_WITNESSED, null);
        Standing forked =
                new Standing(null, null, NOW).seeing(Alarm.key(new Found("signing", new Finding(null, FORK))), NOW);
        assertThat(forked.isNews(Alarm.SIGNING.patience(), NOW)).isFalse();
        assertThat(forked.isNews(Alarm.SIGNING.patience(), NOW.plus(Duration.ofMinutes(5))))
                .isTrue();
        assertThat(Alarm.SIGNING.title(FORK)).endsWith(FORK);
    }

    @Test
    void without_a_witness_in_the_policy_none_is_missed() {
        watching(new Proved(null, false, false)).run();

        assertThat(seen).containsOnlyNulls();
    }

    private WatchingRecord watching(RecordProofs proofs) {
        return new WatchingRecord(
                () -> verified.add(clock.instant()),
                proofs,
                (alarm, found) -> seen.add(found.isEmpty() ? null : found.get(0).sentence()),
                new WatchSettings(Duration.ofDays(1), DayOfWeek.MONDAY),
                clock);
    }

    private record Proved(@Nullable String fault, boolean asksForWitnesses, boolean seen) implements RecordProofs {

        @Override
        public boolean witnessed(long index) {
            return seen;
        }

        @Override
        public Optional<String> receipt(long index) {
            return Optional.empty();
        }

        @Override
        public Optional<SignedCheckpoint> newest() {
            return Optional.of(new SignedCheckpoint(9, "e3b0", NOW, "note", seen));
        }

        @Override
        public Optional<String> problem() {
            return Optional.ofNullable(fault);
        }
    }
}
