package org.contractethics.record.verification;

import java.sql.PreparedStatement;
import java.util.stream.Stream;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;

/**
 * Rows as the server keeps them. The driver asks for text until it has seen a statement five times, and bytes in hexadecimal are twice as
 * long: writing and reading them took longer than verifying what they say.
 */
final class BinaryRows {

    private static final int ROWS_AT_ONCE = 500;
    private static final int FROM_THE_FIRST_TIME = -1;

    private BinaryRows() {}

    /** To be closed; within a transaction, or all rows are held in memory. */
    static <T> Stream<T> of(JdbcOperations jdbc, String sql, RowMapper<T> row) {
        return jdbc.queryForStream(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(sql);
                    statement.setFetchSize(ROWS_AT_ONCE);
                    statement.unwrap(PGStatement.class).setPrepareThreshold(FROM_THE_FIRST_TIME);
                    return statement;
                },
                row);
    }
}
