package org.contractethics.screening.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.screening.internal.lists.ListEntry;
import org.contractethics.screening.internal.lists.ListFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Sources of lists, their versions and what stood in them. */
@Repository
class ListStore {

    private static final int ROWS_AT_ONCE = 2_000;
    private static final String VERSIONS =
            """
            select v.id, v.source_id, v.number, v.sha256, v.files, v.entries, v.names, v.loaded_by, v.loaded_at,
                   greatest(v.stated_on, (select max(r.stated_on) from screening.retrieval r where r.version_id = v.id)) as stated_on
              from screening.list_version v
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ListStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<ListSource> sources() {
        return jdbc.sql("select * from screening.source order by lower(name)")
                .query(ListStore::source)
                .list();
    }

    Optional<ListSource> source(UUID id) {
        return jdbc.sql("select * from screening.source where id = :id")
                .param("id", id)
                .query(ListStore::source)
                .optional();
    }

    boolean named(String name) {
        return jdbc.sql("select exists (select 1 from screening.source where lower(name) = lower(:name))")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    void add(ListSource source) {
        jdbc.sql(
                        """
                        insert into screening.source (id, name, format, licence, attribution, stale_after_days, added_by, added_at)
                        values (:id, :name, :format, :licence, :attribution, :days, :by, :at)
                        """)
                .param("id", source.id())
                .param("name", source.name())
                .param("format", source.format().name())
                .param("licence", source.licence())
                .param("attribution", source.attribution())
                .param("days", source.staleAfterDays())
                .param("by", source.addedBy())
                .param("at", Timestamp.from(source.addedAt()))
                .update();
    }

    /** Versions of one list come one after the other. */
    void lock(UUID source) {
        jdbc.sql("select pg_advisory_xact_lock(1080, hashtext(:source))")
                .param("source", source.toString())
                .query((row, number) -> 1)
                .list();
    }

    /** All versions, the newest of each source first. */
    List<ListVersion> versions() {
        return jdbc.sql(VERSIONS + " order by v.source_id, v.number desc")
                .query(ListStore::version)
                .list();
    }

    /** The newest of each source. */
    List<ListVersion> inForce() {
        return jdbc.sql(
                        VERSIONS
                                + " where v.number = (select max(n.number) from screening.list_version n where n.source_id = v.source_id)")
                .query(ListStore::version)
                .list();
    }

    Optional<ListVersion> inForce(UUID source) {
        return jdbc.sql(VERSIONS + " where v.source_id = :source order by v.number desc limit 1")
                .param("source", source)
                .query(ListStore::version)
                .optional();
    }

    void add(ListVersion version, List<ListEntry> entries) {
        jdbc.sql(
                        """
                        insert into screening.list_version
                            (id, source_id, number, sha256, files, entries, names, stated_on, loaded_by, loaded_at)
                        values (:id, :source, :number, :hash, :files, :entries, :names, :stated, :by, :at)
                        """)
                .param("id", version.id())
                .param("source", version.source())
                .param("number", version.number())
                .param("hash", version.sha256())
                .param("files", version.files().toArray(String[]::new))
                .param("entries", version.entries())
                .param("names", version.names())
                .param("stated", version.statedOn())
                .param("by", version.loadedBy())
                .param("at", Timestamp.from(version.loadedAt()))
                .update();
        for (int from = 0; from < entries.size(); from += ROWS_AT_ONCE) {
            add(
                    version,
                    entries.subList(from, Math.min(entries.size(), from + ROWS_AT_ONCE)).stream()
                            .map(entry -> new Row(entry.id(), entry.hash(), json.writeValueAsString(entry)))
                            .toArray(Row[]::new));
        }
    }

    private record Row(String id, String hash, String body) {}

    private void add(ListVersion version, Row... rows) {
        String[] ids = Arrays.stream(rows).map(Row::id).toArray(String[]::new);
        String[] hashes = Arrays.stream(rows).map(Row::hash).toArray(String[]::new);
        jdbc.sql(
                        """
                        insert into screening.list_entry (source_id, entry_id, hash, body)
                        select :source, e.id, e.hash, cast(e.body as jsonb)
                          from unnest(cast(:ids as text[]), cast(:hashes as text[]), cast(:bodies as text[])) as e (id, hash, body)
                        on conflict do nothing
                        """)
                .param("source", version.source())
                .param("ids", ids)
                .param("hashes", hashes)
                .param("bodies", Arrays.stream(rows).map(Row::body).toArray(String[]::new))
                .update();
        jdbc.sql(
                        """
                        insert into screening.version_entry (version_id, source_id, entry_id, hash)
                        select :version, :source, e.id, e.hash
                          from unnest(cast(:ids as text[]), cast(:hashes as text[])) as e (id, hash)
                        """)
                .param("version", version.id())
                .param("source", version.source())
                .param("ids", ids)
                .param("hashes", hashes)
                .update();
    }

    void retrieved(ListVersion version, LocalDate statedOn, String by, Instant at) {
        jdbc.sql(
                        """
                        insert into screening.retrieval (version_id, stated_on, retrieved_by, retrieved_at)
                        values (:version, :stated, :by, :at)
                        """)
                .param("version", version.id())
                .param("stated", statedOn)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    void refused(UUID source, String sha256, String why, String by, Instant at) {
        jdbc.sql(
                        """
                        insert into screening.refused_list (id, source_id, sha256, why, sent_by, sent_at)
                        values (:id, :source, :hash, :why, :by, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("source", source)
                .param("hash", sha256)
                .param("why", why)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Why the newest file of a source was refused, where none was taken after it. */
    Optional<RefusedList> lastRefusal(UUID source) {
        return jdbc.sql(
                        """
                        select r.why, r.sent_by, r.sent_at from screening.refused_list r
                         where r.source_id = :source
                           and not exists (select 1 from screening.list_version v where v.source_id = r.source_id and v.loaded_at > r.sent_at)
                           and not exists (select 1 from screening.retrieval t join screening.list_version v on v.id = t.version_id
                                            where v.source_id = r.source_id and t.retrieved_at > r.sent_at)
                         order by r.sent_at desc limit 1
                        """)
                .param("source", source)
                .query((row, number) ->
                        new RefusedList(row.getString("why"), row.getString("sent_by"), instant(row, "sent_at")))
                .optional();
    }

    /** A file that was not taken. */
    public record RefusedList(String why, String by, Instant at) {}

    List<ListEntry> entries(UUID version) {
        return jdbc.sql(
                        """
                        select e.body from screening.version_entry v
                          join screening.list_entry e using (source_id, entry_id, hash)
                         where v.version_id = :version order by v.entry_id
                        """)
                .param("version", version)
                .query((row, number) -> json.readValue(row.getString("body"), ListEntry.class))
                .list();
    }

    boolean holds(UUID version, String entry) {
        return jdbc.sql(
                        "select exists (select 1 from screening.version_entry where version_id = :version and entry_id = :entry)")
                .param("version", version)
                .param("entry", entry)
                .query(Boolean.class)
                .single();
    }

    private static ListSource source(ResultSet row, int number) throws SQLException {
        return new ListSource(
                row.getObject("id", UUID.class),
                row.getString("name"),
                ListFormat.valueOf(row.getString("format")),
                row.getString("licence"),
                row.getString("attribution"),
                row.getInt("stale_after_days"),
                row.getString("added_by"),
                instant(row, "added_at"));
    }

    private static ListVersion version(ResultSet row, int number) throws SQLException {
        return new ListVersion(
                row.getObject("id", UUID.class),
                row.getObject("source_id", UUID.class),
                row.getInt("number"),
                row.getString("sha256"),
                texts(row, "files"),
                row.getInt("entries"),
                row.getInt("names"),
                row.getObject("stated_on", LocalDate.class),
                row.getString("loaded_by"),
                instant(row, "loaded_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
