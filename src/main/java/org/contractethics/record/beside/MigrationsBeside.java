package org.contractethics.record.beside;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.record.beside.Migrations.Applied;
import org.contractethics.record.internal.Beside;
import org.contractethics.record.verification.Found;
import org.contractethics.shared.KeptTables.KeptTable;
import org.contractethics.shared.KeptTables.Row;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Holds the migrations that the database notes against those that entries tell of. */
@Component
@Order(3)
class MigrationsBeside implements Beside {

    /** Another node migrates first and tells of it when its start is over. */
    static final Duration START = Duration.ofMinutes(10);

    private final Migrations migrations;
    private final Clock clock;

    MigrationsBeside(Migrations migrations, Clock clock) {
        this.migrations = migrations;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Found> differences() {
        List<Told> told = migrations.told();
        Set<String> scripts =
                told.stream().map(one -> one.fact(Migrations.SCRIPT)).collect(Collectors.toSet());
        List<Row> rows = migrations.applied().stream()
                .filter(one -> scripts.contains(one.script()) || !isStarting(one))
                .map(one -> new Row(one.script(), one.script(), one.values()))
                .toList();
        return new TableComparison(table(scripts, rows), told)
                .first().stream()
                        .map(finding -> new Found("migrations", finding))
                        .toList();
    }

    private static KeptTable table(Set<String> scripts, List<Row> rows) {
        return new KeptTable(
                "migration",
                Migrations.TABLE,
                List.of(Migrations.KIND),
                Migrations.SCRIPT,
                List.of(Migrations.VERSION, Migrations.DESCRIPTION, Migrations.CHECKSUM),
                scripts,
                rows);
    }

    private boolean isStarting(Applied migration) {
        Instant now = clock.instant();
        return migration.at().isAfter(now.minus(START)) && !migration.at().isAfter(now.plusSeconds(1));
    }
}
