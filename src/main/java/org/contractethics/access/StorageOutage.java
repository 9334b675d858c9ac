package org.contractethics.access;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The database takes nothing in at the moment: its disk is full, it is at some other end of its means, it only lets read, or it does not
 * answer. That is no failure of this application and no mistake of whoever asked: 503, and the same request works later.
 */
public final class StorageOutage {

    /** What people read; it is true because every act is one transaction. */
    public static final String WORDS =
            "The database takes nothing in at the moment: it has no room left, or does not answer. Nothing was changed. Load this page again in a few minutes; your browser then sends what you typed once more.";

    /** What programs read. */
    public static final String API =
            "The database takes nothing in at the moment: it has no room left, or does not answer. Nothing was changed. Send the request again in a few minutes, with the same Idempotency-Key.";

    /**
     * Insufficient resources (53100 is a full disk), connection exceptions, shut down or not yet up, errors of the system below, and a
     * server that only reads.
     */
    private static final Pattern STATES = Pattern.compile("53...|08...|57P..|58...|25006");

    private static final String MARK = StorageOutage.class.getName();
    private static final int DEPTH = 10;

    private StorageOutage() {}

    public static boolean causes(@Nullable Throwable failure) {
        return state(failure).isPresent();
    }

    /** The SQLSTATE, for logs: it tells what is the matter and quotes nothing; empty where the failure is another. */
    public static Optional<String> state(@Nullable Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEPTH)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(StorageOutage::isOne)
                .findFirst()
                .map(cause -> String.valueOf(cause.getSQLState()));
    }

    private static boolean isOne(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || (state != null && STATES.matcher(state).matches());
    }

    /** Does what somebody typed something for, and refuses with 503 where the database takes nothing in, so that a form can come back. */
    public static void refusing(Runnable act) {
        try {
            act.run();
        } catch (DataAccessException | TransactionException failure) {
            if (causes(failure)) {
                throw new Refused(
                        Refused.Kind.UNAVAILABLE,
                        List.of("The database takes nothing in at the moment: it has no room left, or does not answer."
                                + " Nothing was stored. Send it again in a few minutes."));
            }
            throw failure;
        }
    }

    /** The page of this request's failure tells of the database. */
    public static void mark(HttpServletRequest request) {
        request.setAttribute(MARK, true);
    }

    public static boolean is(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }
}
