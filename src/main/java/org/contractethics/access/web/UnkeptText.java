package org.contractethics.access.web;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A text that the database cannot hold, because of NUL or half a character. Nobody types these. */
final class UnkeptText {

    static final String PROBLEM =
            "The request holds a character that no text can hold, NUL for example. Nothing was changed. Remove it, and send the request again.";

    /** SQLSTATE "character not in repertoire". */
    private static final String NOT_IN_REPERTOIRE = "22021";

    private UnkeptText() {}

    static boolean causes(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof SQLException refusal && NOT_IN_REPERTOIRE.equals(refusal.getSQLState())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
