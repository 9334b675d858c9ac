package org.contractethics.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.ReadingRights;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The index of the record in a workbook, on as many sheets as it takes. */
@Component
class EntrySheets {

    private static final int MOST_ROWS = 1_000_000;
    private static final String UTC = " (UTC)";

    private final RecordReader record;
    private final ReadingRights rights;

    EntrySheets(RecordReader record, ReadingRights rights) {
        this.record = record;
        this.rights = rights;
    }

    /** The entries of the period, whatever their tier or agency, that this viewer may open. */
    void write(SheetPages pages, FigureSet set, Actor viewer) {
        Period period = set.scope().period();
        EntryFilter inPeriod = new EntryFilter(null, null, null, null, period.start(), period.end());
        List<SheetWriter> sheets = new ArrayList<>();
        Function<Integer, SheetWriter> begin = number -> {
            SheetWriter sheet = pages.sheet(number == 1 ? "Entries" : "Entries " + number);
            sheet.head(
                    List.of("Entry", "Occurred" + UTC, "Kind", "Actor", "Contract id", "Leaf hash (SHA-256)"),
                    10,
                    18,
                    26,
                    20,
                    40,
                    66);
            sheets.add(sheet);
            return sheet;
        };
        var unused = begin.apply(1);
        Predicate<RecordEntry> readable = rights.readableBy(viewer);
        record.each(inPeriod, 0, set.head().size(), entry -> {
            if (readable.test(entry)) {
                SheetWriter current = sheets.get(sheets.size() - 1);
                SheetWriter sheet = current.rows() < MOST_ROWS ? current : begin.apply(sheets.size() + 1);
                sheet.row(entry.index(), when(entry), entry.kind(), entry.actor(), contract(entry), entry.leafHash());
            }
        });
        sheets.forEach(SheetWriter::finish);
    }

    private static Object when(RecordEntry entry) {
        return entry.dayOnly() ? entry.day() : entry.occurredAt();
    }

    private static @Nullable String contract(RecordEntry entry) {
        ContractId contract = entry.contract();
        return contract == null ? null : contract.toString();
    }
}
