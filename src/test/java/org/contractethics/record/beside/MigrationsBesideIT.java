package org.contractethics.record.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.Optional;
import org.contractethics.IntegrationTest;
import org.contractethics.record.RecordReader;
import org.contractethics.record.verification.Found;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** R34: rows of migrations that the owner writes, changes or removes by SQL; in transactions that are rolled back. */
@IntegrationTest
class MigrationsBesideIT {

    private static final String OURS = " where script like '%V601__append_only_record.sql'";

    private final RecordReader record;
    private final JdbcClient application;
    private final JdbcClient owner;
    private final TransactionTemplate asOwner;

    @Autowired
    MigrationsBesideIT(RecordReader record, JdbcClient application, Environment settings) {
        DriverManagerDataSource owners = new DriverManagerDataSource(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getProperty("spring.flyway.password", ""));
        this.record = record;
        this.application = application;
        this.owner = JdbcClient.create(owners);
        this.asOwner = new TransactionTemplate(new JdbcTransactionManager(owners));
    }

    @Test
    void migrations_that_were_told_raise_nothing() {
        assertThat(record.verify("system").problem()).isNull();
    }

    @Test
    void a_row_that_no_entry_tells_of_raises_an_alarm_unless_another_node_may_be_starting_with_it() {
        assertThat(after(added("now() - interval '1 hour'")))
                .contains(
                        "The migration V999__by_hand.sql stands in public.flyway_schema_history, but no entry tells of"
                                + " it: it was made or changed by SQL.");
        assertThat(after(added("now() + interval '1 hour'"))).isPresent();
        assertThat(after(added("now()"))).isEmpty();
    }

    @Test
    void a_row_that_was_changed_or_removed_raises_an_alarm_with_the_entry_that_tells_of_it() {
        assertThat(after("update public.flyway_schema_history set checksum = checksum + 1" + OURS)
                        .orElse(""))
                .matches("Entry \\d+: public.flyway_schema_history tells otherwise of the migration"
                        + " \\S*V601__append_only_record.sql \\(checksum\\): it was changed by SQL\\.");
        assertThat(after("update public.flyway_schema_history set version = '600.9'" + OURS)
                        .orElse(""))
                .contains("made or changed by SQL");
        assertThat(after("update public.flyway_schema_history set success = false" + OURS)
                        .orElse(""))
                .contains("(migration): it was changed by SQL");
        assertThat(after("delete from public.flyway_schema_history" + OURS).orElse(""))
                .matches("Entry \\d+: the migration that it tells of is missing in public.flyway_schema_history: it was"
                        + " removed by SQL\\.");
    }

    @Test
    void the_application_only_reads_them() {
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> application
                .sql("update public.flyway_schema_history set checksum = 1")
                .update());
    }

    private static String added(String at) {
        return "insert into public.flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                + " installed_by, installed_on, execution_time, success) values (99999, '999', 'by hand', 'SQL',"
                + " 'V999__by_hand.sql', 1, 'owner', " + at + ", 1, true)";
    }

    private Optional<String> after(String sql) {
        return asOwner.execute(status -> {
            status.setRollbackOnly();
            owner.sql(sql).update();
            return new MigrationsBeside(new Migrations(owner), Clock.systemUTC())
                    .differences().stream().map(Found::sentence).findFirst();
        });
    }
}
