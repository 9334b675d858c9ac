package org.contractethics.record.internal.watch;

import java.time.DayOfWeek;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the record is watched.
 *
 * @param verifyEvery how long after a verification of the whole record the next one follows by itself
 * @param mailCheckpointOn day of the week on which leadership and auditors get the newest checkpoint by mail
 */
public record WatchSettings(
        @DefaultValue("24h") Duration verifyEvery, @DefaultValue("MONDAY") DayOfWeek mailCheckpointOn) {

    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(31);

    public WatchSettings {
        if (verifyEvery.compareTo(LEAST) < 0 || verifyEvery.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("Setting contract-ethics.record.watch.verify-every is out of range: put"
                    + " there a time from 1m to 31d, for example 24h.");
        }
    }
}
