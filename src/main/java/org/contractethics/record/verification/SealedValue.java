package org.contractethics.record.verification;

import org.jspecify.annotations.Nullable;

/**
 * A value that an entry commits to, as stored or as exported.
 *
 * @param field JSON pointer into the entry
 * @param person whose it is; null in an export, which does not tell
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only read
record SealedValue(long index, String field, @Nullable String person, byte[] nonce, byte[] value) {}
