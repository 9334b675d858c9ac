package org.contractethics.contract.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contractethics.BenchmarkSize;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.CsvReader;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * Rows per second of an import in the same run against two plain batched inserts: of the same rows into one table, and of what
 * the import made of them into copies of the register's tables. Measured only on demand: {@code -Dbenchmark.awards=<file in the
 * transactions layout>}; every build imports the first rows of a small file once. Each round gives every award another number, so that
 * all are new.
 */
@IntegrationTest
class ImportBenchmarkIT {

    private static final @Nullable String AWARDS = System.getProperty("benchmark.awards");
    private static final BenchmarkSize SIZE =
            new BenchmarkSize(AWARDS == null ? 20 : Integer.MAX_VALUE, AWARDS != null);

    /** Until the compiler of the virtual machine has seen the code often enough; not counted. */
    private static final int WARMING = SIZE.either(8, 0);

    private static final int ROUNDS = SIZE.either(12, 1);

    private final RunningImports imports;
    private final Environment settings;

    @Autowired
    ImportBenchmarkIT(RunningImports imports, Environment settings) {
        this.imports = imports;
        this.settings = settings;
    }

    @Test
    void compares_an_import_with_a_plain_batched_insert() throws SQLException, IOException, UnreadableFile {
        byte[] content = Files.readAllBytes(
                Path.of(AWARDS == null ? "src/test/resources/demonstration/transactions-extract.csv" : AWARDS));
        List<List<String>> original = rows(content);
        double[] ratios = new double[ROUNDS];
        double[] register = new double[ROUNDS];
        try (Connection connection = owner()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < WARMING + ROUNDS; i++) {
                String suffix = "R" + i + System.nanoTime();
                List<List<String>> rows = renumbered(original, suffix);
                byte[] file = file(content, rows);
                prepare(connection);
                long start = System.nanoTime();
                plain(connection, rows);
                long plain = System.nanoTime() - start;
                start = System.nanoTime();
                ImportJob job = imports.importNow("benchmark.csv", file, Actor.SYSTEM);
                long imported = System.nanoTime() - start;
                assertThat(job.state()).isEqualTo(ImportJob.State.DONE);
                assertThat(job.registered()).isPositive();
                long again = new PlainRegister(connection).insertAgain(suffix);
                if (i >= WARMING) {
                    ratios[i - WARMING] = (double) plain / imported;
                    register[i - WARMING] = (double) again / imported;
                }
                SIZE.say(
                        "import of %d rows: one table %.0f rows/s, register's tables %.0f rows/s, import %.0f rows/s%n",
                        rows.size(), perSecond(rows, plain), perSecond(rows, again), perSecond(rows, imported));
            }
            forget(connection);
        }
        Arrays.sort(ratios);
        Arrays.sort(register);
        SIZE.say(
                "import ratio, median of %d rounds: %.2f to one table, %.2f to the register's tables%n",
                ROUNDS, ratios[ROUNDS / 2], register[ROUNDS / 2]);
    }

    private static double perSecond(List<List<String>> rows, long nanos) {
        return rows.size() * 1e9 / nanos;
    }

    private static List<List<String>> renumbered(List<List<String>> rows, String suffix) {
        return rows.stream()
                .map(row -> {
                    List<String> changed = new ArrayList<>(row);
                    changed.set(2, row.get(2) + suffix);
                    changed.set(10, row.get(10).replace(row.get(2), row.get(2) + suffix));
                    return changed;
                })
                .toList();
    }

    private static byte[] file(byte[] content, List<List<String>> rows) {
        String text = Decoding.text(content);
        StringBuilder file = new StringBuilder(text.substring(0, text.indexOf('\n') + 1));
        rows.forEach(row -> file.append(row.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\r\n"))));
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same rows with the same types and one key: what a loader without any rules would write. */
    private static void plain(Connection connection, List<List<String>> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into contract.benchmark values (?,?,?,?,?,?,?,?,?,?,?) on conflict do nothing")) {
            int n = 0;
            for (List<String> row : rows) {
                for (int i = 0; i < 11; i++) {
                    set(insert, i, row.get(i));
                }
                insert.addBatch();
                if (++n % 500 == 0) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    private static void set(PreparedStatement insert, int column, String text) throws SQLException {
        switch (column) {
            case 0 -> insert.setInt(1, Integer.parseInt(text));
            case 4 -> insert.setLong(5, new BigDecimal(text).movePointRight(2).longValueExact());
            case 5 -> insert.setDate(6, Date.valueOf(text));
            default -> insert.setString(column + 1, text);
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists contract.benchmark");
            statement.execute(
                    "create table contract.benchmark (year int, agency text, piid text, supplier text, amount bigint,"
                            + " acted_on date, modification text, product text, industry text, description text, award text,"
                            + " primary key (award, modification))");
        }
        connection.commit();
    }

    private static void forget(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "drop table contract.benchmark, contract.plain_award_transaction, contract.plain_contract");
        }
        connection.commit();
    }

    private static List<List<String>> rows(byte[] content) {
        CsvReader reader = new CsvReader(Decoding.text(content), ',');
        reader.next();
        List<List<String>> rows = new ArrayList<>();
        for (Optional<CsvReader.Row> row = reader.next(); row.isPresent(); row = reader.next()) {
            rows.add(row.get().fields());
        }
        return rows.subList(0, Math.min(SIZE.count(), rows.size()));
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getRequiredProperty("spring.flyway.password"));
    }
}
