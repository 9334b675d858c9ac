package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.modulith.events.EventPublication;

class DeliveriesTests {

    private static final Instant FIRST = Instant.parse("2026-11-24T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1,29,false",
        "1,30,true",
        "2,59,false",
        "2,60,true",
        "3,119,false",
        "3,120,true",
        "60,119,false",
        "60,120,true"
    })
    void waits_longer_after_every_failure_but_never_more_than_two_minutes(int attempts, long seconds, boolean again) {
        EventPublication failed = new FailedDelivery(attempts, FIRST);

        assertThat(Deliveries.pauseIsOver(failed, FIRST.plusSeconds(seconds))).isEqualTo(again);
    }

    @Test
    void counts_from_the_publication_where_nothing_was_tried_again_yet() {
        EventPublication failed = new FailedDelivery(1, null);

        assertThat(Deliveries.pauseIsOver(failed, FIRST.plusSeconds(30))).isTrue();
    }

    private record FailedDelivery(int attempts, @Nullable Instant last) implements EventPublication {

        @Override
        public UUID getIdentifier() {
            return new UUID(0, 1);
        }

        @Override
        public Object getEvent() {
            return "event";
        }

        @Override
        public Instant getPublicationDate() {
            return FIRST;
        }

        @Override
        public Optional<Instant> getCompletionDate() {
            return Optional.empty();
        }

        @Override
        public Status getStatus() {
            return Status.FAILED;
        }

        @Override
        public @Nullable Instant getLastResubmissionDate() {
            return last;
        }

        @Override
        public int getCompletionAttempts() {
            return attempts;
        }
    }
}
