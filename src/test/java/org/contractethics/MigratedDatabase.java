package org.contractethics;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * A PostgreSQL database with every migration of the product, used as the application role: its rights are tested as well. All
 * of them live on one server and are copied from one that was migrated.
 */
public final class MigratedDatabase {

    private static final String ROLE = "contract_ethics";
    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private final String name;

    private MigratedDatabase(String name) {
        this.name = name;
    }

    /** A database nobody has used. */
    public static MigratedDatabase fresh() {
        String name = "fresh_" + COUNT.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE);
        return new MigratedDatabase(name);
    }

    /** A database as an earlier version of the product left it. */
    public static MigratedDatabase upTo(String version) {
        String name = "earlier_" + COUNT.incrementAndGet();
        execute("create database " + name);
        MigratedDatabase database = new MigratedDatabase(name);
        database.flyway().target(version).load().migrate();
        return database;
    }

    /** What the next start does. */
    public void migrate(JavaMigration... inCode) {
        flyway().javaMigrations(inCode).load().migrate();
    }

    private FluentConfiguration flyway() {
        return configuration(SERVER, name);
    }

    /** A backup: everything as it is now, in a database of its own. */
    public MigratedDatabase copy() {
        String copied = "fresh_" + COUNT.incrementAndGet();
        execute("create database " + copied + " template " + name);
        return new MigratedDatabase(copied);
    }

    /** Opens a connection for every use. */
    public DataSource asApplication() {
        return SERVER.getDatabase(ROLE, name);
    }

    /** Whoever owns the tables: triggers hold for them, too. */
    public DataSource asOwner() {
        return SERVER.getDatabase("postgres", name);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            execute(server, "create role " + ROLE + " login");
            execute(server, "create database " + TEMPLATE);
            configuration(server, TEMPLATE).load().migrate();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FluentConfiguration configuration(EmbeddedPostgres server, String database) {
        return Flyway.configure()
                .dataSource(server.getDatabase("postgres", database))
                .locations("classpath:db/migration")
                .placeholders(Map.of("app_role", ROLE));
    }

    private static void execute(String sql) {
        execute(SERVER, sql);
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
