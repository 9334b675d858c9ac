package org.contractethics.access.web;

import org.jspecify.annotations.Nullable;

/** A text that the database cannot hold, because of NUL or half a character. Nobody types these. */
final class UnkeptText {

    static final String PROBLEM =
            "The request holds a character that no text can hold, NUL for example. Nothing was changed. Remove it, and send the request again.";

    private UnkeptText() {}

    static boolean causes(@Nullable Throwable failure) {
        return SqlStates.causes(failure, SqlStates.NOT_IN_REPERTOIRE);
    }
}
