package org.contractethics.concern;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.contractethics.local.LocalServices;

/**
 * The files of the write-ahead log since a moment, as whoever copies them from the disk of the database reads them: the bytes of all
 * records, without the heads of pages that would cut a word in two.
 */
public final class WrittenAhead {

    private static final int PAGE = 8_192;
    private static final int HEAD = 24;
    private static final int HEAD_OF_SEGMENT = 40;
    private static final long SEGMENTS_OF_AN_ID = 0x100;

    private final long from;

    private WrittenAhead(long from) {
        this.from = from;
    }

    public static WrittenAhead fromNow() throws SQLException {
        try (Connection server = superuser()) {
            return new WrittenAhead(position(server, "pg_current_wal_insert_lsn()"));
        }
    }

    /** What was written until now. */
    public byte[] read() throws SQLException {
        try (Connection server = superuser()) {
            long until = position(server, "pg_current_wal_insert_lsn()");
            await().atMost(Duration.ofSeconds(20)).until(() -> position(server, "pg_current_wal_flush_lsn()") >= until);
            long segment = number(server, "pg_size_bytes(current_setting('wal_segment_size'))");
            long timeline = number(server, "(select timeline_id from pg_control_checkpoint())");
            ByteArrayOutputStream records = new ByteArrayOutputStream();
            for (long at = from / PAGE * PAGE; at < until; at = (at / segment + 1) * segment) {
                long end = Math.min(until, (at / segment + 1) * segment);
                addRecords(
                        file(server, name(timeline, at / segment), at % segment, end - at), at % segment == 0, records);
            }
            return records.toByteArray();
        }
    }

    private static void addRecords(byte[] pages, boolean fromTheStart, ByteArrayOutputStream records) {
        for (int at = 0; at < pages.length; at += PAGE) {
            int head = fromTheStart && at == 0 ? HEAD_OF_SEGMENT : HEAD;
            int length = Math.min(PAGE, pages.length - at);
            if (length > head) {
                records.write(pages, at + head, length - head);
            }
        }
    }

    private static String name(long timeline, long segment) {
        return "%08X%08X%08X".formatted(timeline, segment / SEGMENTS_OF_AN_ID, segment % SEGMENTS_OF_AN_ID);
    }

    private static byte[] file(Connection server, String name, long offset, long length) throws SQLException {
        try (PreparedStatement query = server.prepareStatement("select pg_read_binary_file('pg_wal/' || ?, ?, ?)")) {
            query.setString(1, name);
            query.setLong(2, offset);
            query.setLong(3, length);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }

    private static long position(Connection server, String lsn) throws SQLException {
        return number(server, "(" + lsn + " - '0/0'::pg_lsn)");
    }

    private static long number(Connection server, String expression) throws SQLException {
        try (PreparedStatement query = server.prepareStatement("select " + expression + "::bigint");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection superuser() throws SQLException {
        return LocalServices.forPurpose(LocalServices.Purpose.TEST).asSuperuser();
    }
}
