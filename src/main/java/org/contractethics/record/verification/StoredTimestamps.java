package org.contractethics.record.verification;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Verifies that the time stamps in the database are of the checkpoints beside them. Which authority is believed, is for a policy. */
final class StoredTimestamps {

    private static final int ROWS_AT_ONCE = 100;

    private final JdbcClient jdbc;

    StoredTimestamps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first that is wrong; null where none is. */
    @Nullable
    Finding finding() {
        try (Stream<Stamped> rows = jdbc
                .sql(
                        """
                        select t.origin, t.size, t.response, t.stamped_at, c.note
                        from record.checkpoint_timestamp t left join record.checkpoint c using (origin, size)
                        order by t.size, t.origin""")
                .withFetchSize(ROWS_AT_ONCE)
                .query((row, number) -> new Stamped(
                        row.getLong("size"),
                        row.getBytes("response"),
                        row.getObject("stamped_at", OffsetDateTime.class),
                        row.getString("note")))
                .stream()) {
            return rows.map(Stamped::finding)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, only read
    private record Stamped(long size, byte[] response, OffsetDateTime at, @Nullable String note) {

        @Nullable
        Finding finding() {
            try {
                byte[] data = String.valueOf(note).getBytes(StandardCharsets.UTF_8);
                Timestamp stamp = Timestamp.read(response, data);
                return stamp.at().truncatedTo(ChronoUnit.MILLIS).equals(at.toInstant())
                        ? null
                        : problem("the column beside it says another time");
            } catch (NotProvenException e) {
                return problem(e.getMessage());
            }
        }

        private Finding problem(String what) {
            return new Finding(
                    null,
                    "The time stamp of the checkpoint of " + size + " entries is not as it was given: " + what + ".");
        }
    }
}
