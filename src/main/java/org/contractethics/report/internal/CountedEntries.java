package org.contractethics.report.internal;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.springframework.stereotype.Component;

/** The entries behind a figure, one after the other, so that memory does not grow with them. */
@Component
class CountedEntries {

    private final RecordReader record;

    CountedEntries(RecordReader record) {
        this.record = record;
    }

    /** Hands over each entry of the kind that the figure counts, with what the figure knows of it. */
    void each(FigureSet set, Figure figure, String kind, BiConsumer<Item, RecordEntry> consumer) {
        NavigableMap<Long, Item> items = byEntry(set.now(figure).items(null, null));
        if (items.isEmpty()) {
            return;
        }
        record.each(EntryFilter.ofKind(kind), items.firstKey(), items.lastKey() + 1, entry -> {
            Item item = items.get(entry.index());
            if (item != null) {
                consumer.accept(item, entry);
            }
        });
    }

    static NavigableMap<Long, Item> byEntry(List<Item> items) {
        return items.stream()
                .collect(Collectors.toMap(Item::entry, item -> item, (first, second) -> first, TreeMap::new));
    }
}
