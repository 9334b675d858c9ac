package org.contractethics.crash;

import static org.contractethics.crash.Waiting.waiting;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Supplier;
import org.contractethics.local.LocalServices;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The application's database, seen from beside it, with the rights of the application role and nothing more. */
final class Database implements AutoCloseable {

    private static final String OURS = "crash-test";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Map<String, String> settings;
    private final SingleConnectionDataSource connection;
    private final JdbcTemplate jdbc;

    Database(LocalServices services) throws SQLException {
        this.settings = services.settings();
        this.connection = new SingleConnectionDataSource(connect(), true);
        this.jdbc = new JdbcTemplate(connection);
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", Objects.requireNonNull(settings.get("spring.datasource.username")));
        properties.setProperty("password", Objects.requireNonNull(settings.get("spring.datasource.password")));
        properties.setProperty("ApplicationName", OURS);
        return DriverManager.getConnection(Objects.requireNonNull(settings.get("spring.datasource.url")), properties);
    }

    long count(String query, Object... parameters) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from (" + query + ") found", Long.class, parameters));
    }

    List<String> texts(String query, Object... parameters) {
        return jdbc.queryForList(query, String.class, parameters);
    }

    String text(String query, Object... parameters) {
        return Objects.requireNonNull(jdbc.queryForObject(query, String.class, parameters));
    }

    /** Keeps every fact out of the record until it is closed; what depends on a fact waits just before its commit. */
    Connection holdRecord() throws SQLException {
        Connection holding = connect();
        holding.setAutoCommit(false);
        holding.createStatement().execute("select record.lock_head()");
        return holding;
    }

    void awaitSomebodyWaitingForTheRecord() {
        waiting()
                .pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(() -> count(
                                """
                select 1 from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock' and query like '%record.lock_head%'""")
                        > 0);
    }

    /** What a killed application had sent may still be running here; only afterwards it is settled what happened. */
    void awaitNobodyElseConnected() {
        waiting()
                .pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(() -> count(
                                """
                select 1 from pg_stat_activity
                where datname = current_database() and usename = current_user and application_name <> ?""",
                                OURS)
                        == 0);
    }

    void awaitDocumentsRead() {
        awaitNone("documents being read", "select 1 from document.document_version where status = 'READING'");
    }

    /** What follows a commit may be late but must not be lost. */
    void awaitEverythingDelivered() {
        awaitNone("deliveries under way", "select 1 from events.event_publication where completion_date is null");
    }

    /** The application verifies the record beside the first requests of each start. */
    void awaitVerifications(int starts) {
        waiting().atMost(PATIENCE).until(() -> count("select 1 from record.verification") >= starts);
    }

    private void awaitNone(String what, String query) {
        waiting()
                .alias("no " + what)
                .pollInterval(Duration.ofMillis(100))
                .atMost(PATIENCE)
                .until(() -> count(query) == 0);
    }

    /** As if the application had been down for ten minutes: deliveries it left half done count as cut off after five. */
    void letTenMinutesPass() {
        jdbc.update(
                """
                update events.event_publication set publication_date = publication_date - interval '10 minutes',
                    last_resubmission_date = last_resubmission_date - interval '10 minutes'
                where completion_date is null""");
        jdbc.update(
                """
                update engine.act_ru_job set duedate_ = duedate_ - interval '10 minutes',
                    lock_exp_time_ = lock_exp_time_ - interval '10 minutes'
                where process_def_key_ = 'event-resubmission'""");
    }

    /** What a question answers after a change that is then taken back. */
    <T> T supposing(String change, Supplier<T> question) throws SQLException {
        Connection here = connection.getConnection();
        here.setAutoCommit(false);
        try {
            jdbc.update(change);
            return question.get();
        } finally {
            here.rollback();
            here.setAutoCommit(true);
        }
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
