package org.contractethics.access.web;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the database said, however it was wrapped on its way here. */
final class SqlStates {

    /** A character that no text can hold. */
    static final String NOT_IN_REPERTOIRE = "22021";

    /** Somebody else held what was asked for longer than one waits. Spring takes it for a failure nobody knows. */
    static final String LOCKED_TOO_LONG = "55P03";

    private static final int DEPTH = 10;

    private SqlStates() {}

    static boolean causes(@Nullable Throwable failure, String state) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            if (cause instanceof SQLException refusal && state.equals(refusal.getSQLState())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
