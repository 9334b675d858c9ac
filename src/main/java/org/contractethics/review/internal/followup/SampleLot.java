package org.contractethics.review.internal.followup;

import java.time.Instant;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.Sha256;

/**
 * The lot drawn over a decision, so simple that anybody can draw it again: SHA-256 over the id of the decision and the leaf hash of its
 * entry in the record, one a line in UTF-8, no line end after the last. The first eight hex digits, read as a number, say whether it is drawn.
 *
 * @param entry number of the entry of the decision in the record
 * @param leafHash of that entry, lower-case hex
 * @param lot lower-case hex
 * @param percent the share that was set when it was drawn
 */
public record SampleLot(long entry, String leafHash, String lot, int percent, boolean drawn, Instant at) {

    private static final int DIGITS = 8;
    private static final long LOTS = 1L << (4 * DIGITS);

    static SampleLot of(DecisionId decision, long entry, String leafHash, int percent, Instant at) {
        String lot = Sha256.hex(decision + "\n" + leafHash);
        return new SampleLot(entry, leafHash, lot, percent, drawn(lot, percent), at);
    }

    /** Of all numbers with eight hex digits, this share from 0 on. */
    private static boolean drawn(String lot, int percent) {
        return Long.parseLong(lot.substring(0, DIGITS), 16) * 100 < percent * LOTS;
    }
}
