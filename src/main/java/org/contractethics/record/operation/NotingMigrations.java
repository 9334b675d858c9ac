package org.contractethics.record.operation;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.contractethics.record.beside.Migrations;
import org.contractethics.record.beside.Migrations.Applied;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Migrations are told by an entry when the application has started with them, before the record is verified. Only those that this very
 * application brings along, with the same checksum: a row that somebody wrote by SQL is never told, and stays an alarm.
 */
@Component
class NotingMigrations {

    private static final int IN_ONE_ENTRY = 150;
    private static final Set<MigrationState> OURS = Set.of(
            MigrationState.SUCCESS, MigrationState.OUT_OF_ORDER, MigrationState.OUTDATED, MigrationState.SUPERSEDED);

    private final Migrations migrations;
    private final ObjectProvider<Flyway> flyway;
    private final TellingOnce telling;
    private final Clock clock;

    NotingMigrations(Migrations migrations, ObjectProvider<Flyway> flyway, TellingOnce telling, Clock clock) {
        this.migrations = migrations;
        this.flyway = flyway;
        this.telling = telling;
        this.clock = clock;
    }

    @Order(0)
    @EventListener(ApplicationReadyEvent.class)
    void note() {
        flyway.ifAvailable(ours -> note(ours(ours)::contains));
    }

    /** @param isOurs whether this application brings the script along as it was applied */
    void note(Predicate<String> isOurs) {
        telling.tell(() -> Parts.of(untold(isOurs), IN_ONE_ENTRY).stream()
                .map(part -> new SchemaMigrated(clock.instant(), part))
                .toList());
    }

    private List<Applied> untold(Predicate<String> isOurs) {
        return migrations.untold().stream()
                .filter(one -> one.succeeded() && isOurs.test(one.script()))
                .toList();
    }

    private static Set<String> ours(Flyway flyway) {
        return Arrays.stream(flyway.info().applied())
                .filter(one -> OURS.contains(one.getState()) && one.isChecksumMatching())
                .map(MigrationInfo::getScript)
                .collect(Collectors.toSet());
    }
}
