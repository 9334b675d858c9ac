package org.contractethics.record.internal;

import java.time.Clock;
import java.util.List;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordReader;
import org.contractethics.record.signing.CheckpointKeys;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An exchange of keys is an entry of the record: the first checkpoint that both keys sign covers the entry that names them. */
@Component
class NotingSigningKeys {

    private final RecordReader record;
    private final CheckpointKeys keys;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NotingSigningKeys(RecordReader record, CheckpointKeys keys, ApplicationEventPublisher events, Clock clock) {
        this.record = record;
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    @EventListener(ApplicationReadyEvent.class)
    public void note() {
        if (isNews(noted(), keys)) {
            events.publishEvent(new SigningKeysChanged(clock.instant(), keys.signing()));
        }
    }

    /** The keys that the newest such entry names; none where keys were never exchanged. */
    private List<String> noted() {
        return record.newest(EntryFilter.ofKind(SigningKeysChanged.KIND), Long.MAX_VALUE, 1).stream()
                .flatMap(entry -> entry.list("signingKeys").stream())
                .map(String::valueOf)
                .toList();
    }

    /** A record that never had more than one key says nothing of it. */
    static boolean isNews(List<String> noted, CheckpointKeys keys) {
        return noted.isEmpty() ? keys.known().size() > 1 : !noted.equals(keys.signing());
    }
}
