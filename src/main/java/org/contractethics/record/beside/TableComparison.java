package org.contractethics.record.beside;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.contractethics.record.verification.Finding;
import org.contractethics.shared.KeptTables.KeptTable;
import org.contractethics.shared.KeptTables.Row;

/**
 * Holds the rows of one table against the entries about them. A row takes the entry that tells exactly its values, else one whose missing
 * values were erased; what is left over on either side was made, changed or removed by SQL.
 */
final class TableComparison {

    private final KeptTable table;
    private final Map<String, List<Told>> untaken = new HashMap<>();
    private final List<Told> entries = new ArrayList<>();

    TableComparison(KeptTable table, List<Told> told) {
        this.table = table;
        told.stream().filter(entry -> !entry.fact(table.owner()).isEmpty()).forEach(entry -> {
            entries.add(entry);
            untaken.computeIfAbsent(entry.fact(table.owner()), owner -> new ArrayList<>())
                    .add(entry);
        });
    }

    Optional<Finding> first() {
        return all().stream().findFirst();
    }

    /** Rows first, then entries without one. */
    List<Finding> all() {
        List<Finding> found = new ArrayList<>();
        leftOver(leftOver(table.rows(), List::equals), TableComparison::agree).forEach(row -> found.add(untold(row)));
        entries.stream().filter(this::isGone).map(this::removed).forEach(found::add);
        return found;
    }

    private Finding untold(Row row) {
        return take(row, (told, kept) -> alike(told.get(0), kept.get(0)))
                .map(entry -> changed(entry, row))
                .orElseGet(() -> made(row));
    }

    private List<Row> leftOver(List<Row> rows, BiPredicate<List<String>, List<String>> same) {
        return rows.stream().filter(row -> take(row, same).isEmpty()).toList();
    }

    /** The first entry about the owner of the row that fits; it tells of no other row. */
    private Optional<Told> take(Row row, BiPredicate<List<String>, List<String>> fits) {
        List<Told> candidates = untaken.getOrDefault(row.owner(), List.of());
        List<String> kept = composed(row);
        Optional<Told> found = candidates.stream()
                .filter(entry -> fits.test(entry.values(table.facts()), kept))
                .findFirst();
        found.ifPresent(candidates::remove);
        return found;
    }

    /** The record keeps every text in normal form C. */
    private static List<String> composed(Row row) {
        return row.values().stream()
                .map(value -> Normalizer.normalize(value, Normalizer.Form.NFC))
                .toList();
    }

    private static boolean agree(List<String> told, List<String> kept) {
        return differing(told, kept) < 0;
    }

    /** Place of the first value that differs; -1 where none does. */
    private static int differing(List<String> told, List<String> kept) {
        for (int i = 0; i < told.size(); i++) {
            if (!alike(told.get(i), kept.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean alike(String told, String kept) {
        return told.equals(Told.UNKNOWN) || told.equals(kept);
    }

    private boolean isGone(Told entry) {
        String owner = entry.fact(table.owner());
        return table.owners().contains(owner)
                && untaken.getOrDefault(owner, List.of()).contains(entry);
    }

    private Finding changed(Told entry, Row row) {
        int place = differing(entry.values(table.facts()), composed(row));
        String fact = table.facts().get(Math.max(0, place)).replace("/", "");
        return new Finding(
                entry.index(),
                "Entry " + entry.index() + ": " + table.table() + " tells otherwise of the " + table.thing() + " "
                        + row.id() + " (" + fact + "): it was changed by SQL.");
    }

    private Finding made(Row row) {
        return new Finding(
                null,
                "The " + table.thing() + " " + row.id() + " stands in " + table.table()
                        + ", but no entry tells of it: it was made or changed by SQL.");
    }

    private Finding removed(Told entry) {
        return new Finding(
                entry.index(),
                "Entry " + entry.index() + ": the " + table.thing() + " that it tells of is missing in " + table.table()
                        + ": it was removed by SQL.");
    }
}
