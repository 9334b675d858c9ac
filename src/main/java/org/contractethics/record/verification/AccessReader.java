package org.contractethics.record.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Who read, as an access entry commits to them.
 *
 * @param commitment null in a row that names its reader itself, or nobody
 * @param nonce null where the reader was removed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only read
record AccessReader(byte @Nullable [] commitment, byte @Nullable [] nonce, @Nullable String actor) {

    /** A row that names its reader itself, or nobody. */
    static final AccessReader OPEN = new AccessReader(null, null, null);

    private static final byte[] DOMAIN = "contract-ethics access person v1\0".getBytes(StandardCharsets.US_ASCII);

    boolean isOpen() {
        return commitment == null && nonce == null && actor == null;
    }

    boolean isRemoved() {
        return commitment != null && nonce == null && actor == null;
    }

    boolean fits() {
        return commitment != null && nonce != null && actor != null && Arrays.equals(commitment, hash(nonce, actor));
    }

    String commitmentHex() {
        return commitment == null ? "" : HexFormat.of().formatHex(commitment);
    }

    private static byte[] hash(byte[] nonce, String actor) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(DOMAIN);
            sha.update(nonce);
            return sha.digest(actor.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
