package org.contractethics.review.internal.panel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.contractethics.shared.ReviewId;

/**
 * The lots, so simple that anybody can draw them again with a pocket calculator for SHA-256: text in UTF-8, one value a
 * line, no line end after the last, hashes in lower-case hex.
 */
public final class Lots {

    private Lots() {}

    /** SHA-256 over review, pass, number of the drawing and root hash of the record when the lots were drawn. */
    public static String seed(ReviewId review, int pass, int number, String rootHash) {
        return sha256(String.join("\n", review.toString(), String.valueOf(pass), String.valueOf(number), rootHash));
    }

    /** SHA-256 over seed and account name. The lowest lots win. */
    public static String lot(String seed, String person) {
        return sha256(seed + "\n" + person);
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
