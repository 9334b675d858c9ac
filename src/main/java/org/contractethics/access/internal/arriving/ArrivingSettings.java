package org.contractethics.access.internal.arriving;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How slowly the body of a request may arrive.
 *
 * @param slowest what has to arrive in a second, on an average of {@code patience}
 * @param patience how long the average is taken over, and how long nothing at all may arrive
 * @param slowTogether how many bodies may be waited for at the same time, each by a thread of its own; when there are more, the slowest of
 *     them is given up
 */
@ConfigurationProperties("contract-ethics.arriving")
public record ArrivingSettings(
        @DefaultValue("1KB") DataSize slowest,
        @DefaultValue("30s") Duration patience,
        @DefaultValue("60") int slowTogether) {

    public ArrivingSettings {
        if (patience.toMillis() < 1 || slowTogether < 1) {
            throw new IllegalArgumentException(
                    "contract-ethics.arriving.patience and contract-ethics.arriving.slow-together must be more than 0");
        }
    }

    /** What has to arrive while patience lasts. */
    long least() {
        return slowest.toBytes() * patience.toMillis() / 1000;
    }
}
