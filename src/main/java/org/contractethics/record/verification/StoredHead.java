package org.contractethics.record.verification;

/** The head of the record, exactly as stored. */
@SuppressWarnings("ArrayRecordComponent") // never compared, only read
record StoredHead(long size, byte[] frontier, byte[] root) {

    /** What is found where somebody removed it. */
    static final StoredHead GONE = new StoredHead(-1, new byte[0], new byte[0]);

    boolean gone() {
        return size < 0;
    }
}
