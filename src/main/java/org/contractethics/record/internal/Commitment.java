package org.contractethics.record.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What an entry holds in place of a value that may have to be erased: SHA-256 over a fixed text, the field, 32 random bytes and the
 * value. Without the random bytes nobody can find out by trying which value it was.
 */
final class Commitment {

    static final int NONCE = 32;

    private static final byte[] DOMAIN = "contract-ethics record field v1\0".getBytes(StandardCharsets.US_ASCII);

    private Commitment() {}

    /** @param field JSON pointer into the entry (RFC 6901), without control characters */
    static byte[] of(String field, byte[] nonce, byte[] value) {
        if (nonce.length != NONCE) {
            throw new IllegalArgumentException("a nonce has " + NONCE + " bytes, not " + nonce.length);
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(DOMAIN);
            sha.update(field.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            sha.update(nonce);
            return sha.digest(value);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
