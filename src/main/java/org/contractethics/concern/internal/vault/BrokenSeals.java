package org.contractethics.concern.internal.vault;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sealed bytes that somebody changed or moved: recorded in a transaction of its own, because the reading is refused. */
@Component
class BrokenSeals {

    private static final Logger log = LoggerFactory.getLogger(BrokenSeals.class);

    private final ApplicationEventPublisher events;
    private final Clock clock;

    BrokenSeals(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    record SealBroken(ConcernId concern, String field, Instant occurredAt) implements RecordedEvent {

        @Override
        public String kind() {
            return "concern-seal-broken";
        }

        @Override
        public @Nullable ContractId contract() {
            return null;
        }

        @Override
        public String actor() {
            return "system";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("concernId", concern.toString(), "field", field);
        }
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void found(ConcernId concern, String field) {
        events.publishEvent(new SealBroken(concern, field, clock.instant()));
        log.warn("seal broken concern={} field={}", concern, field);
    }

    static Refused refused() {
        return Refused.conflict(
                "Something of this concern was changed outside of this application and is not shown. The"
                        + " record says so; tell an auditor.");
    }
}
