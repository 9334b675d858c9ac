package org.contractethics.policy.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.contractethics.shared.Sha256;

/**
 * SHA-256 over the SHA-256 of every file with its name, so that no text can move from one file to the next unseen. The
 * database computes the same when a version is recorded.
 */
final class ContentHash {

    private ContentHash() {}

    /** Lower-case hex. */
    static String of(Map<String, String> files) {
        MessageDigest all = Sha256.digest();
        files.forEach((name, text) -> {
            all.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            all.update(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
        });
        return HexFormat.of().formatHex(all.digest());
    }
}
