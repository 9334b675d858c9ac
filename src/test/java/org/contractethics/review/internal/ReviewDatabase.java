package org.contractethics.review.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
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

    /** Terms and absences hold for every review: what one test kept must not reach the next one. Only the owner can do this. */
    static void forgetTermsAndAbsences() {
        JdbcClient.create(SERVER.getPostgresDatabase())
                .sql("truncate review.panel_term, review.absence")
                .update();
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
