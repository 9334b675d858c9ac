package org.contractethics.concern.internal.anonymous;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.contractethics.shared.Sha256;

/**
 * What one derivation makes of a code.
 *
 * @param lookup finds the concern; kept in the database
 * @param key opens the concern; kept nowhere
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record FilerKeys(byte[] lookup, byte[] key) {

    static final int BYTES = 32;

    static FilerKeys of(byte[] derived) {
        return new FilerKeys(Arrays.copyOf(derived, BYTES), Arrays.copyOfRange(derived, BYTES, 2 * BYTES));
    }

    /** Recognises the code inside a text; 100 random bits cannot be searched, so a fast hash gives nothing away. */
    static byte[] fingerprint(String characters) {
        return Sha256.of(characters.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "FilerKeys";
    }
}
