package org.contractethics.record.verification;

/** A checkpoint, exactly as stored. */
@SuppressWarnings("ArrayRecordComponent") // never compared, only read
record SealedCheckpoint(String origin, long size, byte[] root, String note) {}
