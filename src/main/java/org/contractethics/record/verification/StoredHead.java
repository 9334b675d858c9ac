package org.contractethics.record.verification;

/** The head of the record, exactly as stored. */
@SuppressWarnings("ArrayRecordComponent") // never compared, only read
record StoredHead(long size, byte[] frontier, byte[] root) {}
