package org.contractethics.report.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.contractethics.record.RecordReader;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who took which report out of the house, and what the record was then. */
@Service
public class ExportingReports {

    private final RecordReader record;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExportingReports(RecordReader record, ApplicationEventPublisher events, Clock clock) {
        this.record = record;
        this.events = events;
        this.clock = clock;
    }

    /** Records that the actor downloads the report; nothing may be handed out before this has returned. */
    @Transactional
    public void begin(Actor actor, String report, Map<String, String> filters) {
        Insights.refuseOthers(actor);
        long treeSize = record.head().size();
        events.publishEvent(new ReportExported(actor.username(), clock.instant(), report, filters, treeSize));
    }

    private record ReportExported(
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
