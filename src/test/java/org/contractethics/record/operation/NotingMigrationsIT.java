package org.contractethics.record.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
        List<?> before = told();
        assertThat(before).doesNotHaveDuplicates().noneMatch(one -> text(one, "schemaVersion")
                .equals("601"));

        node.note(script -> true);
        node.note(script -> true);

        assertThat(told().subList(before.size(), told().size())).singleElement().satisfies(one -> {
            assertThat(text(one, "script")).endsWith("V601__append_only_record.sql");
            assertThat(text(one, "migration")).isEqualTo("append only record");
            assertThat(text(one, "checksum")).matches("-?\\d+");
            assertThat(text(one, "installedAt")).endsWith("Z");
        });
    }

    @Test
    void two_nodes_at_once_tell_each_of_them_once() throws Exception {
        NotingMigrations one = node();
        NotingMigrations other = node();

        OperatedRecord.atOnce(() -> one.note(script -> true), () -> other.note(script -> true));

        assertThat(told()).isNotEmpty().doesNotHaveDuplicates();
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

    /** Of all entries, in order: one entry holds a few only. */
    private List<?> told() {
        return record.entries(Migrations.KIND).stream()
                .flatMap(entry -> entry.list("migrations").stream())
                .toList();
    }

    private static String text(Object migration, String fact) {
        return String.valueOf(((Map<?, ?>) migration).get(fact));
    }
}
