package org.contractethics.access.internal;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a write by the API, kept under the key that its caller gave it.
 *
 * @param fingerprint of the request: the same key with another request is a mistake
 * @param body as it was sent, in UTF-8 or as bytes of its content type
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only read
record KeptAnswer(
        String fingerprint,
        int status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String entityTag,
        byte[] body) {}
