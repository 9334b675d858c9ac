package org.contractethics.review.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL of its own with every migration of the product, used as the application role: its rights are tested as well. */
final class ReviewDatabase {

    private static final EmbeddedPostgres SERVER = server();
    private static final DataSource APPLICATION = start(SERVER);

    private ReviewDatabase() {}

    static DataSource asApplication() {
        return APPLICATION;
    }

    /** Whom no missing right holds back, only what the tables themselves refuse. */
    static JdbcClient asOwner() {
        return JdbcClient.create(SERVER.getPostgresDatabase());
    }

    /**
     * Terms, absences and open votes of one test would reach the next one, because a person who is away makes room on every
     * panel. Only the owner can do this.
     */
    static void forgetTermsAbsencesAndOpenVotes() {
        JdbcClient owner = JdbcClient.create(SERVER.getPostgresDatabase());
        owner.sql("truncate review.panel_term, review.absence").update();
        owner.sql(
                        """
                        with unguarded as (select set_config('session_replication_role', 'replica', false))
                        update review.vote_round set closed_at = now(), closed_by = 'test' from unguarded where closed_at is null""")
                .update();
    }

    /** Past every trigger, as somebody could who owns the database. */
    static void forgeConfirmedHash(UUID decision, String hash) {
        int forged = JdbcClient.create(SERVER.getPostgresDatabase())
                .sql(
                        """
                        with unguarded as (select set_config('session_replication_role', 'replica', false))
                        update review.gate_confirmation set document_set_hash = :hash from unguarded
                        where decision_id = :decision""")
                .param("hash", hash)
                .param("decision", decision)
                .update();
        if (forged != 1) {
            throw new IllegalStateException(forged + " confirmations of " + decision);
        }
    }

    private static EmbeddedPostgres server() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataSource start(EmbeddedPostgres server) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role contract_ethics login password 'test'");
            Flyway.configure()
                    .dataSource(server.getPostgresDatabase())
                    .locations("classpath:db/migration")
                    .placeholders(Map.of("app_role", "contract_ethics"))
                    .load()
                    .migrate();
            return DataSourceBuilder.create()
                    .url("jdbc:postgresql://localhost:" + server.getPort() + "/postgres")
                    .username("contract_ethics")
                    .password("test")
                    .build();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
