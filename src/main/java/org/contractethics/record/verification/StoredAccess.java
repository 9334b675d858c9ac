package org.contractethics.record.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Verifies the access trail as it lies in the database, after the entries of the record have been found intact. */
final class StoredAccess {

    private static final int ROWS_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final SealKeys keys;

    StoredAccess(JdbcClient jdbc, SealKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** What is wrong with it; null where it is intact. */
    @Nullable
    Finding finding() {
        List<AccessBatch> batches = new ArrayList<>();
        ErasedReaders erased = new ErasedReaders();
        for (Body body : bodies()) {
            if (!take(body, batches, erased)) {
                return new Finding(body.index(), "Entry " + body.index() + ": does not tell of access entries.");
            }
        }
        try (Stream<AccessRow> rows = jdbc
                .sql(
                        """
                        select a.*, p.nonce, p.actor as reader from record.access_entry a
                        left join record.access_person p on p.n = a.n order by a.n""")
                .withFetchSize(ROWS_AT_ONCE)
                .query(StoredAccess::row)
                .stream()) {
            String problem = new AccessVerifier(batches, keys::fits, erased).problem(rows.iterator());
            return problem == null ? null : new Finding(null, problem);
        }
    }

    private List<Body> bodies() {
        return jdbc.sql(
                        """
                        select n, kind, body from record.entry
                        where kind in ('access-recorded', 'access-erased') order by n""")
                .query((row, number) -> new Body(row.getLong("n"), row.getString("kind"), row.getBytes("body")))
                .list();
    }

    /** Returns whether it tells what an entry of its kind has to. */
    private static boolean take(Body body, List<AccessBatch> batches, ErasedReaders erased) {
        Map<?, ?> facts = facts(body);
        if (facts == null || body.kind().equals("access-erased")) {
            return facts != null && erased.add(facts);
        }
        AccessBatch batch = AccessBatch.of(body.index(), facts);
        return batch != null && batches.add(batch);
    }

    private static @Nullable Map<?, ?> facts(Body body) {
        try {
            return CanonicalReader.read(body.bytes()) instanceof Map<?, ?> fields
                            && fields.get("facts") instanceof Map<?, ?> facts
                    ? facts
                    : null;
        } catch (NotCanonicalException e) {
            return null;
        }
    }

    private static AccessRow row(ResultSet row, int number) throws SQLException {
        return new AccessRow(
                row.getLong("n"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("kind"),
                row.getString("subject"),
                row.getObject("contract", UUID.class),
                row.getString("method"),
                row.getString("route"),
                row.getString("allowed_by"),
                row.getString("task"),
                row.getObject("refuses", Long.class),
                new AccessReader(row.getBytes("commitment"), row.getBytes("nonce"), row.getString("reader")),
                row.getBytes("mac"));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, only read
    private record Body(long index, String kind, byte[] bytes) {}
}
