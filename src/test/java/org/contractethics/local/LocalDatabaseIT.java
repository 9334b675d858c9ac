package org.contractethics.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database of the run command keeps its rows from start to start; that of a test begins empty. */
class LocalDatabaseIT {

    private final String name =
            "contract_ethics_try_" + UUID.randomUUID().toString().substring(0, 8);
    private final int port = port();
    private final LocalDatabase databases = new LocalDatabase(port);

    @AfterEach
    void drop() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        LocalDatabase.url(port, "postgres"),
                        LocalDatabase.SUPERUSER,
                        LocalDatabase.SUPERUSER_PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists \"" + name + "\" with (force)");
        }
    }

    @Test
    void keeps_what_an_earlier_start_left() throws SQLException {
        databases.keep(name);
        execute("create table kept (id int); insert into kept values (7)");

        databases.keep(name);

        assertThat(tables()).isEqualTo(1);
    }

    @Test
    void makes_the_database_of_a_test_anew() throws SQLException {
        databases.keep(name);
        execute("create table kept (id int)");

        databases.renew(name);

        assertThat(tables()).isZero();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int tables() throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from pg_tables where tablename = 'kept'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                LocalDatabase.url(port, name), LocalDatabase.OWNER, LocalDatabase.OWNER_PASSWORD);
    }

    private static int port() {
        String url = LocalServices.forPurpose(LocalServices.Purpose.TEST)
                .settings()
                .getOrDefault("spring.datasource.url", "");
        return URI.create(url.substring("jdbc:".length())).getPort();
    }
}
