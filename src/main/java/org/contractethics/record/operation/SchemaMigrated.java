package org.contractethics.record.operation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.record.beside.Migrations;
import org.contractethics.record.beside.Migrations.Applied;
import org.contractethics.shared.SystemEvent;

/** The tables were changed by these migrations. */
record SchemaMigrated(Instant occurredAt, List<Applied> migrations) implements SystemEvent {

    SchemaMigrated {
        migrations = List.copyOf(migrations);
    }

    @Override
    public String kind() {
        return Migrations.KIND;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of(
                "migrations", migrations.stream().map(SchemaMigrated::fact).toList());
    }

    private static Map<String, Object> fact(Applied migration) {
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("script", migration.script());
        fact.put("schemaVersion", migration.version());
        fact.put("migration", migration.description());
        if (migration.checksum() != null) {
            fact.put("checksum", migration.checksum());
        }
        fact.put("installedAt", migration.at().truncatedTo(ChronoUnit.SECONDS).toString());
        return fact;
    }
}
