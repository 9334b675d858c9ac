package org.contractethics.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The two roles and the database of the application, made by the superuser as an administrator would in production. */
final class LocalDatabase {

    static final String SUPERUSER = "postgres";
    static final String SUPERUSER_PASSWORD = "demonstration-superuser";
    static final String OWNER = "contract_ethics_owner";
    static final String OWNER_PASSWORD = "demonstration-owner";
    static final String APPLICATION = "contract_ethics";
    static final String APPLICATION_PASSWORD = "demonstration-application";

    private final int port;

    LocalDatabase(int port) {
        this.port = port;
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port, database);
    }

    /** Makes the database unless it exists. */
    void keep(String name) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            ensureRole(statement, OWNER, OWNER_PASSWORD);
            ensureRole(statement, APPLICATION, APPLICATION_PASSWORD);
            if (!exists(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                statement.execute("create database \"" + name + "\" owner " + OWNER);
            }
        }
    }

    /** Makes the database anew, whatever was in it. */
    void renew(String name) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists \"" + name + "\" with (force)");
        }
        keep(name);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(port, "postgres"), SUPERUSER, SUPERUSER_PASSWORD);
    }

    boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static void ensureRole(Statement statement, String role, String password) throws SQLException {
        if (!exists(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
            statement.execute("create role " + role + " login password '" + password + "'");
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
