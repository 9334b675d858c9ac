package org.contractethics.record.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.contractethics.record.RecordReader;
import org.contractethics.record.TreeHead;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets entries leave the house, and keeps who took them. */
@Service
public class ExportingEntries {

    private final RecordReader record;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExportingEntries(RecordReader record, ApplicationEventPublisher events, Clock clock) {
        this.record = record;
        this.events = events;
        this.clock = clock;
    }

    /** Records the export; it covers the entries up to the head returned, which does not yet count the export itself. */
    @Transactional
    public TreeHead begin(Actor actor, Map<String, String> filters) {
        return begin(actor, "record-entries", filters);
    }

    /** The same of the access trail. */
    @Transactional
    public TreeHead beginAccess(Actor actor, Map<String, String> filters) {
        return begin(actor, "access-trail", filters);
    }

    private TreeHead begin(Actor actor, String report, Map<String, String> filters) {
        TreeHead head = record.head();
        events.publishEvent(new EntriesExported(actor.username(), clock.instant(), report, filters, head.size()));
        return head;
    }

    private record EntriesExported(
            String actor, Instant occurredAt, String report, Map<String, String> filters, long treeSize)
            implements RecordedEvent {

        @Override
        public String kind() {
            return "report-exported";
        }

        @Override
        public @Nullable ContractId contract() {
            return null;
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("report", report, "filters", filters, "treeSize", treeSize);
        }
    }
}
