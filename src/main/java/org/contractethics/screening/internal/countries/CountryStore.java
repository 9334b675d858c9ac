package org.contractethics.screening.internal.countries;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.screening.CountryBand;
import org.contractethics.screening.internal.countries.CountryRecord.Ruling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Records of countries and what was said of them; rows are only ever added. */
@Repository
class CountryStore {

    private static final String SELECT =
            """
            select c.*, r.confirmed, r.reason, r.ruled_by, r.ruled_at,
                   exists (select 1 from screening.standing_country_record s where s.id = c.id) as stands
              from screening.country_record c
              left join screening.country_ruling r on r.record_id = c.id
            """;

    private final JdbcClient jdbc;

    CountryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CountryRecord written) {
        jdbc.sql(
                        """
                        insert into screening.country_record (id, country, band, conflict, indices, reading, stated_by, stated_at)
                        values (:id, :country, :band, :conflict, :indices, :reading, :by, :at)
                        """)
                .param("id", written.id())
                .param("country", written.country())
                .param("band", written.band().name())
                .param("conflict", written.conflict())
                .param("indices", written.indices().toArray(String[]::new))
                .param("reading", written.reading())
                .param("by", written.statedBy())
                .param("at", Timestamp.from(written.statedAt()))
                .update();
    }

    void rule(UUID id, Ruling ruling) {
        jdbc.sql(
                        """
                        insert into screening.country_ruling (record_id, confirmed, reason, ruled_by, ruled_at)
                        values (:id, :confirmed, :reason, :by, :at)
                        """)
                .param("id", id)
                .param("confirmed", ruling.confirmed())
                .param("reason", ruling.reason())
                .param("by", ruling.ruledBy())
                .param("at", Timestamp.from(ruling.ruledAt()))
                .update();
    }

    /** Waits for whoever rules on a record. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(7091091)")
                .query((row, number) -> 1)
                .list();
    }

    Optional<CountryRecord> find(UUID id) {
        return jdbc.sql(SELECT + " where c.id = :id")
                .param("id", id)
                .query(CountryStore::map)
                .optional();
    }

    /** By country, the newest first; at most so many. */
    List<CountryRecord> all(int limit) {
        return jdbc.sql(SELECT + " order by c.country, c.number desc limit :limit")
                .param("limit", limit)
                .query(CountryStore::map)
                .list();
    }

    /** Those of these countries that count, the worst band first. */
    List<CountryRecord> standing(Collection<String> countries) {
        return jdbc
                .sql(SELECT + " where c.country = any(:countries) order by c.number desc")
                .param("countries", countries.toArray(String[]::new))
                .query(CountryStore::map)
                .list()
                .stream()
                .filter(CountryRecord::stands)
                .sorted((one, other) -> other.band().compareTo(one.band()))
                .toList();
    }

    private static CountryRecord map(ResultSet row, int number) throws SQLException {
        Array indices = row.getArray("indices");
        return new CountryRecord(
                row.getObject("id", UUID.class),
                row.getString("country"),
                CountryBand.valueOf(row.getString("band")),
                row.getBoolean("conflict"),
                List.of((String[]) indices.getArray()),
                row.getString("reading"),
                row.getString("stated_by"),
                instant(row, "stated_at"),
                row.getBoolean("stands"),
                row.getString("ruled_by") == null
                        ? null
                        : new Ruling(
                                row.getBoolean("confirmed"),
                                row.getString("reason"),
                                row.getString("ruled_by"),
                                instant(row, "ruled_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
