package org.contractethics.record.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keyed hash of an entry at its place. The key is known to the application, not to the database. */
public final class EntryMac {

    private static final byte[] PURPOSE = "contract-ethics record entry v1\0".getBytes(StandardCharsets.US_ASCII);

    private final SecretKeySpec key;

    public EntryMac(byte[] secret) {
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    public byte[] of(long index, byte[] leafHash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(PURPOSE);
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(0, index));
            return mac.doFinal(leafHash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
