package org.contractethics.record.beside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The migrations of the tables: those that Flyway notes, and those that entries tell of. */
@Repository
public class Migrations {

    public static final String KIND = "schema-migrated";
    public static final String TABLE = "public.flyway_schema_history";

    static final String SCRIPT = "script";
    static final String VERSION = "schemaVersion";
    static final String DESCRIPTION = "migration";
    static final String CHECKSUM = "checksum";

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    public Migrations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A migration that was applied.
     *
     * @param version empty where it has none
     * @param checksum null where it has none
     */
    public record Applied(
            String script,
            String version,
            String description,
            @Nullable Integer checksum,
            boolean succeeded,
            Instant at) {

        List<String> values() {
            return List.of(version, succeeded ? description : description + " (failed)", text());
        }

        private String text() {
            return checksum == null ? "" : checksum.toString();
        }
    }

    /** In the order in which they were applied. */
    public List<Applied> applied() {
        return jdbc.sql(
                        """
                        select script, coalesce(version, '') as version, description, checksum, success,
                            installed_on::timestamptz as at
                        from %s order by installed_rank"""
                                .formatted(TABLE))
                .query(Migrations::row)
                .list();
    }

    /** Those of which no entry tells exactly what the database notes. */
    public List<Applied> untold() {
        List<Told> told = told();
        return applied().stream()
                .filter(one -> told.stream().noneMatch(entry -> isOf(entry, one)))
                .toList();
    }

    private static boolean isOf(Told entry, Applied migration) {
        return entry.fact(SCRIPT).equals(migration.script())
                && entry.values(List.of(VERSION, DESCRIPTION, CHECKSUM)).equals(migration.values());
    }

    /** One for each migration; one that was told again, as it was repaired, is what it was told to be last. */
    List<Told> told() {
        Map<String, Told> versioned = new HashMap<>();
        List<Told> others = new ArrayList<>();
        jdbc.sql("select n, occurred_at, body from record.entry where kind = :kind order by n")
                .param("kind", KIND)
                .query(row -> {
                    long entry = row.getLong("n");
                    Instant at =
                            row.getObject("occurred_at", OffsetDateTime.class).toInstant();
                    for (JsonNode one :
                            JSON.readTree(row.getBytes("body")).path("facts").path("migrations")) {
                        Told told = told(entry, at, one);
                        if (told.fact(VERSION).isEmpty()) {
                            others.add(told);
                        } else {
                            versioned.put(told.fact(SCRIPT), told);
                        }
                    }
                });
        others.addAll(versioned.values());
        return others;
    }

    private static Told told(long entry, Instant at, JsonNode migration) {
        Map<String, String> facts = new HashMap<>();
        for (String fact : List.of(SCRIPT, VERSION, DESCRIPTION, CHECKSUM)) {
            facts.put(fact, migration.path(fact).asString(""));
        }
        return new Told(entry, KIND, "none", at, facts);
    }

    private static Applied row(ResultSet row, int number) throws SQLException {
        return new Applied(
                row.getString("script"),
                row.getString("version"),
                row.getString("description"),
                row.getObject("checksum", Integer.class),
                row.getBoolean("success"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
