package org.contractethics.report.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.record.RecordVerification;
import org.contractethics.record.TreeHead;

/** Reads a story as if it were the record. */
final class StoryReader implements RecordReader {

    final List<RecordEntry> entries;
    int handedOver;
    int failsAfter = Integer.MAX_VALUE;

    StoryReader(List<RecordEntry> entries) {
        this.entries = entries;
    }

    @Override
    public TreeHead head() {
        return new TreeHead(entries.size(), "root-" + entries.size() + "-" + entries.hashCode());
    }

    @Override
    public Optional<RecordEntry> find(long index) {
        return index < 0 || index >= entries.size() ? Optional.empty() : Optional.of(entries.get((int) index));
    }

    @Override
    public List<RecordEntry> newest(EntryFilter filter, long before, int limit) {
        List<RecordEntry> found = new ArrayList<>(matching(filter, 0, before));
        Collections.reverse(found);
        return found.subList(0, Math.min(limit, found.size()));
    }

    @Override
    public List<RecordEntry> oldest(EntryFilter filter, long after, int limit) {
        List<RecordEntry> found = matching(filter, after + 1, Long.MAX_VALUE);
        return found.subList(0, Math.min(limit, found.size()));
    }

    @Override
    public void each(EntryFilter filter, long from, long to, Consumer<RecordEntry> consumer) {
        for (RecordEntry entry : matching(filter, from, to)) {
            if (handedOver >= failsAfter) {
                throw new IllegalStateException("the database went away");
            }
            handedOver++;
            consumer.accept(entry);
        }
    }

    @Override
    public long count(EntryFilter filter) {
        return matching(filter, 0, Long.MAX_VALUE).size();
    }

    @Override
    public List<String> kinds() {
        return entries.stream().map(RecordEntry::kind).distinct().sorted().toList();
    }

    @Override
    public Optional<RecordVerification> lastVerification() {
        return Optional.empty();
    }

    @Override
    public RecordVerification verify(String requestedBy) {
        throw new UnsupportedOperationException("a story has no bytes");
    }

    private List<RecordEntry> matching(EntryFilter filter, long from, long to) {
        return entries.stream()
                .filter(entry -> entry.index() >= from && entry.index() < to)
                .filter(entry -> filter.kind() == null || filter.kind().equals(entry.kind()))
                .filter(entry -> filter.contract() == null || filter.contract().equals(entry.contract()))
                .filter(entry -> filter.from() == null || !entry.occurredAt().isBefore(filter.from()))
                .filter(entry -> filter.before() == null || entry.occurredAt().isBefore(filter.before()))
                .toList();
    }
}
