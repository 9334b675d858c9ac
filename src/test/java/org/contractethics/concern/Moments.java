package org.contractethics.concern;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.contractethics.local.LocalServices;

/** Where in the database a moment is kept, looked for with the owner's eyes and the application's. */
final class Moments {

    private static final Map<String, String> SETTINGS =
            LocalServices.forPurpose(LocalServices.Purpose.TEST).settings();

    private Moments() {}

    /** Columns, as {@code schema.table.column}, that hold a time between the two, both included. */
    static Set<String> kept(Instant from, Instant to) throws SQLException {
        Set<String> found = new TreeSet<>();
        found.addAll(kept(from, to, "spring.flyway.", "user"));
        found.addAll(kept(from, to, "spring.datasource.", "username"));
        return found;
    }

    private static Set<String> kept(Instant from, Instant to, String account, String user) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(
                        SETTINGS.get("spring.datasource.url"),
                        SETTINGS.get(account + user),
                        SETTINGS.get(account + "password"));
                PreparedStatement columns = connection.prepareStatement(
                        """
                        select format('%I.%I', table_schema, table_name) as t, format('%I', column_name) as c, data_type
                        from information_schema.columns
                        where table_schema not in ('pg_catalog', 'information_schema')
                          and (data_type like 'timestamp%' or data_type = 'bigint' and column_name like '%time%')
                          and has_table_privilege(format('%I.%I', table_schema, table_name), 'select')""");
                ResultSet rows = columns.executeQuery()) {
            while (rows.next()) {
                if (holds(
                        connection,
                        rows.getString("t"),
                        asTime(rows.getString("c"), rows.getString("data_type")),
                        from,
                        to)) {
                    found.add(rows.getString("t") + "." + rows.getString("c"));
                }
            }
        }
        return found;
    }

    /** The engine writes its times without a zone, in that of this machine. */
    private static String asTime(String column, String type) {
        return switch (type) {
            case "bigint" -> "to_timestamp(" + column + " / 1000.0)";
            case "timestamp without time zone" ->
                column + " at time zone '" + java.time.ZoneId.systemDefault().getId() + "'";
            default -> column;
        };
    }

    private static boolean holds(Connection connection, String table, String time, Instant from, Instant to)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select exists (select 1 from " + table + " where "
                + time + " between ?::timestamptz and ?::timestamptz)")) {
            query.setString(1, from.toString());
            query.setString(2, to.toString());
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
