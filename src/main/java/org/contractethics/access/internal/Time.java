package org.contractethics.access.internal;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The one clock of the application. It tells no more than the microseconds that PostgreSQL keeps: what is finer PostgreSQL rounds, up as
 * well, while the record cuts it off, and the two would tell of different moments.
 */
@Configuration(proxyBeanMethods = false)
class Time {

    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }
}
