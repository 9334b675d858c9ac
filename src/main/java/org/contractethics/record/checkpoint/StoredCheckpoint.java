package org.contractethics.record.checkpoint;

import java.time.Instant;

/**
 * A checkpoint that was signed and kept.
 *
 * @param root RFC 6962 root hash over the first {@code size} entries
 * @param note the signed note, without the lines of witnesses
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its parts, never as a whole
record StoredCheckpoint(String origin, long size, byte[] root, String note, Instant signedAt) {}
