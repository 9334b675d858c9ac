package org.contractethics.record.internal;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Time stamps of checkpoints (RFC 3161).
 *
 * @param url address of the time stamping authority; null for none
 */
public record TimestampSettings(@Nullable String url) {

    public TimestampSettings {
        url = url == null || url.isBlank() ? null : url.strip();
        if (url != null && !isWeb(url)) {
            throw new IllegalArgumentException(
                    "Setting contract-ethics.record.timestamps.url is malformed: put there the"
                            + " http or https address of a time stamping authority, or nothing.");
        }
    }

    private static boolean isWeb(String url) {
        try {
            URI address = URI.create(url);
            return address.getHost() != null
                    && String.valueOf(address.getScheme()).matches("https?");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
