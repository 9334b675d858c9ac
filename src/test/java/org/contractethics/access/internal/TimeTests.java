package org.contractethics.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeTests {

    private final Clock clock = new Time().clock();

    @Test
    void no_moment_is_finer_than_postgresql_keeps_it() {
        List<Instant> moments =
                Stream.generate(clock::instant).limit(10_000).distinct().toList();

        assertThat(moments).hasSizeGreaterThan(1).allSatisfy(moment -> assertThat(moment)
                .isEqualTo(moment.truncatedTo(ChronoUnit.MICROS)));
    }

    @Test
    void milliseconds_are_told_of_the_same_moment() {
        long before = System.currentTimeMillis();

        assertThat(clock.millis()).isBetween(before, System.currentTimeMillis());
        assertThat(clock.withZone(ZoneId.of("Asia/Tokyo")).millis()).isGreaterThanOrEqualTo(before);
        assertThat(clock.withZone(ZoneId.of("Asia/Tokyo")).getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }
}
