package org.contractethics.record.beside;

import java.util.Optional;
import java.util.stream.Stream;
import org.contractethics.record.internal.Beside;
import org.contractethics.record.verification.Finding;
import org.contractethics.shared.KeptTables;
import org.contractethics.shared.KeptTables.KeptTable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Holds the tables that modules keep against the entries that tell of their rows. */
@Component
@Order(1)
class TablesBeside implements Beside {

    private final TellingEntries entries;
    private final ObjectProvider<KeptTables> modules;

    TablesBeside(TellingEntries entries, ObjectProvider<KeptTables> modules) {
        this.entries = entries;
        this.modules = modules;
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<Finding> difference() {
        return difference(modules.orderedStream().flatMap(module -> module.tables().stream()), entries);
    }

    static Optional<Finding> difference(Stream<KeptTable> tables, TellingEntries entries) {
        return tables.flatMap(
                        table -> new TableComparison(table, entries.of(table.kinds(), table.facts())).first().stream())
                .findFirst();
    }
}
