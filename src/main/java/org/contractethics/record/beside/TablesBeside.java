package org.contractethics.record.beside;

import java.util.List;
import java.util.stream.Stream;
import org.contractethics.record.internal.Beside;
import org.contractethics.record.verification.Finding;
import org.contractethics.record.verification.Found;
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
    public List<Found> differences() {
        return differences(modules.orderedStream().flatMap(module -> module.tables().stream()), entries);
    }

    /** One of each table: what differs first, and what else does. */
    static List<Found> differences(Stream<KeptTable> tables, TellingEntries entries) {
        return tables.flatMap(table -> {
                    List<Finding> all = new TableComparison(table, entries.of(table.kinds(), table.facts())).all();
                    List<String> others =
                            all.stream().skip(1).map(Finding::message).toList();
                    return all.stream().limit(1).map(first -> new Found(table.thing(), first, others));
                })
                .toList();
    }
}
