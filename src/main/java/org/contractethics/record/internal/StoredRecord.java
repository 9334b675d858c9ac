package org.contractethics.record.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.record.RecordVerification;
import org.contractethics.record.TreeHead;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The record as it lies in the database. */
@Repository
class StoredRecord implements RecordReader {

    private static final int ROWS_AT_ONCE = 500;
    private static final TypeReference<Map<String, Object>> BODY = new TypeReference<>() {};
    private static final JsonMapper JSON = new JsonMapper();

    /** Each entry with the fields it commits to: their values, and of erased ones the basis and the day. */
    private static final String ENTRIES =
            """
            select e.*, s.fields, s.opened, s.erased from record.entry e left join lateral (
                select array_agg(f.field) as fields, array_agg(f.value) as opened, array_agg(f.erased) as erased from (
                    select field, value, null as erased from record.sealed where n = e.n
                    union all
                    select field, null, basis || to_char(erased_on, 'YYYY-MM-DD') from record.erased_field where n = e.n) f) s on true""";

    private final JdbcClient jdbc;
    private final Verifications verifications;

    StoredRecord(JdbcClient jdbc, Verifications verifications) {
        this.jdbc = jdbc;
        this.verifications = verifications;
    }

    @Override
    public TreeHead head() {
        return jdbc.sql("select size, root from record.head where id = 1")
                .query((row, number) -> new TreeHead(row.getLong("size"), hex(row.getBytes("root"))))
                .single();
    }

    @Override
    public Optional<RecordEntry> find(long index) {
        return select(EntryFilter.ALL, index - 1, index + 1, "")
                .query(StoredRecord::entry)
                .optional();
    }

    @Override
    public List<RecordEntry> newest(EntryFilter filter, long before, int limit) {
        return select(filter, -1, before, " order by n desc limit " + limit)
                .query(StoredRecord::entry)
                .list();
    }

    @Override
    public List<RecordEntry> oldest(EntryFilter filter, long after, int limit) {
        return select(filter, after, Long.MAX_VALUE, " order by n limit " + limit)
                .query(StoredRecord::entry)
                .list();
    }

    /** In a transaction, because PostgreSQL hands out rows piece by piece only inside one. */
    @Override
    @Transactional(readOnly = true)
    public void each(EntryFilter filter, long from, long to, Consumer<RecordEntry> consumer) {
        try (Stream<RecordEntry> entries =
                select(filter, from - 1, to, " order by n")
                        .withFetchSize(ROWS_AT_ONCE)
                        .query(StoredRecord::entry)
                        .stream()) {
            entries.forEach(consumer);
        }
    }

    @Override
    public long count(EntryFilter filter) {
        Matching matching = new Matching(filter, -1, Long.MAX_VALUE);
        return jdbc.sql("select count(*) from record.entry" + matching.where())
                .params(matching.parameters())
                .query(Long.class)
                .single();
    }

    @Override
    public List<String> kinds() {
        return jdbc.sql(
                        """
                        with recursive next as (
                            select min(kind) as kind from record.entry
                            union all
                            select (select min(kind) from record.entry where kind > next.kind)
                            from next where next.kind is not null
                        ) select kind from next where kind is not null""")
                .query(String.class)
                .list();
    }

    @Override
    public Optional<RecordVerification> lastVerification() {
        return verifications.last();
    }

    @Override
    public RecordVerification verify(String requestedBy) {
        return verifications.verify(requestedBy);
    }

    private StatementSpec select(EntryFilter filter, long above, long below, String tail) {
        Matching matching = new Matching(filter, above, below);
        return jdbc.sql(ENTRIES + matching.where() + tail).params(matching.parameters());
    }

    private static RecordEntry entry(ResultSet row, int number) throws SQLException {
        String body = new String(row.getBytes("body"), StandardCharsets.UTF_8);
        OpenedBody opened = OpenedBody.of(parsed(body), row.getString("actor"), fields(row));
        UUID contract = row.getObject("contract", UUID.class);
        return new RecordEntry(
                row.getLong("n"),
                row.getString("kind"),
                contract == null ? null : new ContractId(contract),
                opened.actor(),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                opened.facts(),
                body,
                hex(row.getBytes("leaf")));
    }

    /** A body that was tampered with may be no JSON any more; it is still shown, and the verifier names it. */
    private static Map<String, Object> parsed(String body) {
        try {
            return JSON.readValue(body, BODY);
        } catch (JacksonException e) {
            return Map.of();
        }
    }

    private static Map<String, String> fields(ResultSet row) throws SQLException {
        Array names = row.getArray("fields");
        if (names == null) {
            return Map.of();
        }
        String[] fields = (String[]) names.getArray();
        byte[][] opened = (byte[][]) row.getArray("opened").getArray();
        String[] erased = (String[]) row.getArray("erased").getArray();
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < fields.length; i++) {
            values.put(fields[i], erased[i] == null ? text(opened[i]) : ErasureBasis.erased(erased[i]));
        }
        return values;
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
