package org.contractethics.access.internal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header by which a caller names a write, so that sending it again does not do it again. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";

    /** What a key is made of, in words. */
    static final String SIGNS = "1 to 255 letters, digits and _ . : + / = ~ -";

    /** The draft writes a string in quotes; most clients send the bare word. */
    private static final Pattern SOUND = Pattern.compile("\"?([A-Za-z0-9_.:+/=~-]{1,255})\"?");

    private IdempotencyKey() {}

    /** Empty where the header is no key that we take. */
    static Optional<String> read(@Nullable String header) {
        return Optional.ofNullable(header)
                .map(sent -> SOUND.matcher(sent.strip()))
                .filter(key -> key.matches())
                .map(key -> key.group(1));
    }
}
