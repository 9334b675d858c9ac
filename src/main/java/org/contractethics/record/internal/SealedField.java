package org.contractethics.record.internal;

/**
 * A value that the entry only commits to.
 *
 * @param field JSON pointer into the entry (RFC 6901)
 * @param person whose it is: who is named, or who wrote the text
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only stored
record SealedField(String field, String person, byte[] nonce, byte[] value) {}
