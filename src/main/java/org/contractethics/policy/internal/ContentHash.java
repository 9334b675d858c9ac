package org.contractethics.policy.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * SHA-256 over the SHA-256 of every file with its name, so that no text can move from one file to the next unseen. The
 * database computes the same when a version is recorded.
 */
final class ContentHash {

    private ContentHash() {}

    /** Lower-case hex. */
    static String of(Map<String, String> files) {
        MessageDigest all = sha256();
        files.forEach((name, text) -> {
            all.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            all.update(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
        });
        return HexFormat.of().formatHex(all.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
