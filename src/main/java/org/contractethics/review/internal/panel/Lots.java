package org.contractethics.review.internal.panel;

import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Sha256;

/**
 * The lots, so simple that anybody can draw them again with a pocket calculator for SHA-256: text in UTF-8, one value a
 * line, no line end after the last, hashes in lower-case hex.
 */
public final class Lots {

    private Lots() {}

    /**
     * SHA-256 over review, pass, number of the drawing, root hash of the record and the random number of this drawing. Drawings of
     * before had no random number: their seed ends with the root hash.
     */
    public static String seed(ReviewId review, int pass, int number, String rootHash, String nonce) {
        return Sha256.hex(
                String.join("\n", review.toString(), String.valueOf(pass), String.valueOf(number), rootHash, nonce));
    }

    /** The same for drawing an acting chair; with a word of its own, or the lots of the panel would be drawn a second time. */
    public static String seedOfChair(ReviewId review, int pass, int number, String rootHash, String nonce) {
        return Sha256.hex(String.join(
                "\n",
                review.toString(),
                String.valueOf(pass),
                "acting chair",
                String.valueOf(number),
                rootHash,
                nonce));
    }

    /** SHA-256 over seed and account name. The lowest lots win. */
    public static String lot(String seed, String person) {
        return Sha256.hex(seed + "\n" + person);
    }
}
