package org.contractethics.concern.internal.anonymous;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Anonymous filing.
 *
 * @param leaveTo where "Leave this page" leads
 * @param codeMemory memory of one derivation of keys from a code
 * @param codeRounds passes over that memory
 * @param codesAtATime derivations side by side; the others wait
 * @param codeWait how long one waits for its turn before it is told to come back
 */
@ConfigurationProperties("contract-ethics.speak")
public record SpeakSettings(
        @DefaultValue("https://www.wikipedia.org/") URI leaveTo,
        @DefaultValue("46MB") DataSize codeMemory,
        @DefaultValue("1") int codeRounds,
        @DefaultValue("2") int codesAtATime,
        @DefaultValue("30s") Duration codeWait) {

    /** RFC 9106: eight blocks of 1 KiB for each lane. */
    private static final int LEAST_KILOBYTES = 8;

    private static final int MOST_KILOBYTES = 1024 * 1024;

    public SpeakSettings {
        boolean bounded = codeMemory.toKilobytes() >= LEAST_KILOBYTES && codeMemory.toKilobytes() <= MOST_KILOBYTES;
        if (!bounded || codeRounds < 1 || codesAtATime < 1) {
            throw new IllegalArgumentException("contract-ethics.speak: code-memory is 8KB to 1GB, code-rounds and"
                    + " codes-at-a-time are at least 1");
        }
        if (!"https".equals(leaveTo.getScheme())) {
            throw new IllegalArgumentException("contract-ethics.speak.leave-to has to be an https address");
        }
    }
}
