package org.contractethics.record.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keyed hash of an entry, or of a row of the access trail, at its place. The key is known to the application, not to the database. */
public final class EntryMac {

    private static final String ENTRY = "contract-ethics record entry v1\0";
    private static final String ACCESS = "contract-ethics access entry v1\0";

    private final SecretKeySpec key;
    private final byte[] purpose;

    public EntryMac(byte[] secret) {
        this(secret, ENTRY);
    }

    private EntryMac(byte[] secret, String purpose) {
        this.key = new SecretKeySpec(secret, "HmacSHA256");
        this.purpose = purpose.getBytes(StandardCharsets.US_ASCII);
    }

    /** The same key for another purpose, so that the keyed hash of an access never passes for that of an entry. */
    public static EntryMac ofAccess(byte[] secret) {
        return new EntryMac(secret, ACCESS);
    }

    public byte[] of(long index, byte[] leafHash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(purpose);
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(0, index));
            return mac.doFinal(leafHash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
