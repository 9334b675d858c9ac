package org.contractethics.review.internal.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.contractethics.review.internal.Rows;
import org.jspecify.annotations.Nullable;

/**
 * What somebody else said of a plan or a report.
 *
 * @param accepted whether it holds; else it went back
 */
public record Ruling(boolean accepted, String reasons, String by, Instant at) {

    /** Of the columns {@code accepted}, {@code ruling_reasons}, {@code ruled_by} and {@code ruled_at} of an outer join. */
    static @Nullable Ruling of(ResultSet row) throws SQLException {
        Instant at = Rows.instantOrNull(row, "ruled_at");
        return at == null
                ? null
                : new Ruling(
                        row.getBoolean("accepted"), row.getString("ruling_reasons"), row.getString("ruled_by"), at);
    }

    static boolean holds(@Nullable Ruling ruling) {
        return ruling != null && ruling.accepted();
    }
}
