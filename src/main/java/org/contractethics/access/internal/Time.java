package org.contractethics.access.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the application. */
@Configuration(proxyBeanMethods = false)
class Time {

    @Bean
    Clock clock() {
        return new Microseconds(Clock.systemUTC());
    }

    /**
     * Tells no more than PostgreSQL keeps: what is finer PostgreSQL rounds, up as well, while the record cuts it off, and the two would tell
     * of different moments. A clock of Java that ticks so finely answers {@link Clock#millis()} with an error.
     */
    private static final class Microseconds extends Clock {

        private final Clock finer;

        Microseconds(Clock finer) {
            this.finer = finer;
        }

        @Override
        public Instant instant() {
            return finer.instant().truncatedTo(ChronoUnit.MICROS);
        }

        @Override
        public long millis() {
            return finer.millis();
        }

        @Override
        public ZoneId getZone() {
            return finer.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Microseconds(finer.withZone(zone));
        }
    }
}
