package org.contractethics.record.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.beside.Migrations;
import org.contractethics.record.proof.NotProvenException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** R34: migrations are told when they were applied, and rows that somebody wrote by SQL are not. */
class NotingMigrationsIT {

    private final OperatedRecord record;

    NotingMigrationsIT() throws NotProvenException {
        record = new OperatedRecord();
    }

    @Test
    void what_was_applied_is_told_once_and_only_what_is_ours() {
        NotingMigrations node = node();
        node.note(script -> !script.contains("V601"));
        node.note(script -> !script.contains("V601"));
        assertThat(told(1)).noneMatch(one -> text(one, "schemaVersion").equals("601"));

        node.note(script -> true);
        node.note(script -> true);

        assertThat(told(2)).singleElement().satisfies(one -> {
            assertThat(text(one, "script")).endsWith("V601__append_only_record.sql");
            assertThat(text(one, "migration")).isEqualTo("append only record");
            assertThat(text(one, "checksum")).matches("-?\\d+");
            assertThat(text(one, "installedAt")).endsWith("Z");
        });
    }

    @Test
    void two_nodes_at_once_tell_one_entry() throws Exception {
        NotingMigrations one = node();
        NotingMigrations other = node();

        OperatedRecord.atOnce(() -> one.note(script -> true), () -> other.note(script -> true));

        told(1);
    }

    private NotingMigrations node() {
        return new NotingMigrations(
                migrations(),
                new StaticListableBeanFactory().getBeanProvider(Flyway.class),
                record.telling(),
                record.clock);
    }

    private Migrations migrations() {
        return new Migrations(record.jdbc);
    }

    private List<?> told(int entries) {
        List<RecordEntry> told = record.entries(Migrations.KIND);
        assertThat(told).hasSize(entries);
        return told.get(entries - 1).list("migrations");
    }

    private static String text(Object migration, String fact) {
        return String.valueOf(((Map<?, ?>) migration).get(fact));
    }
}
