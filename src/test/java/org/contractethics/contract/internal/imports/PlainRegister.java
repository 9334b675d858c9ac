package org.contractethics.contract.internal.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Copies of the register's two tables with all their checks and indexes, filled by plain batches: what the register costs the
 * database, whoever writes it and without reading a file.
 */
final class PlainRegister {

    private static final int BATCH = 500;

    private final Connection connection;

    PlainRegister(Connection connection) {
        this.connection = connection;
    }

    private record Rows(String table, List<String> columns, List<Object[]> values) {}

    /**
     * Inserts what an import brought once more, into empty copies.
     *
     * @param suffix end of the contract numbers of that import
     * @return nanoseconds
     */
    long insertAgain(String suffix) throws SQLException {
        Rows contracts = rows("contract", "source_table.piid like '%" + suffix + "'");
        Rows transactions = rows(
                "award_transaction",
                "contract_id in (select id from contract.contract where piid like '%" + suffix + "')");
        prepare();
        long start = System.nanoTime();
        insert(contracts);
        insert(transactions);
        return System.nanoTime() - start;
    }

    private void prepare() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : List.of("award_transaction", "contract")) {
                statement.execute("drop table if exists contract.plain_" + table);
            }
            for (String table : List.of("contract", "award_transaction")) {
                statement.execute(
                        "create table contract.plain_" + table + " (like contract." + table + " including all)");
            }
            statement.execute("alter table contract.plain_award_transaction add foreign key (contract_id)"
                    + " references contract.plain_contract (id)");
        }
        connection.commit();
    }

    private Rows rows(String table, String condition) throws SQLException {
        List<String> columns = columns(table);
        String query =
                "select " + String.join(", ", columns) + " from contract." + table + " source_table where " + condition;
        List<Object[]> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                Object[] row = new Object[columns.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = found.getObject(i + 1);
                }
                values.add(row);
            }
        }
        connection.commit();
        return new Rows(table, columns, values);
    }

    /** Those that are written, and not made by the database. */
    private List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        String query =
                "select column_name from information_schema.columns where table_schema = 'contract' and table_name = '"
                        + table + "' and is_generated = 'NEVER' order by ordinal_position";
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                columns.add(found.getString(1));
            }
        }
        return columns;
    }

    private void insert(Rows rows) throws SQLException {
        String statement =
                "insert into contract.plain_" + rows.table() + " (" + String.join(", ", rows.columns()) + ") values ("
                        + String.join(", ", Collections.nCopies(rows.columns().size(), "?")) + ")";
        try (PreparedStatement insert = connection.prepareStatement(statement)) {
            int n = 0;
            for (Object[] row : rows.values()) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
                if (++n % BATCH == 0) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
    }
}
