package org.contractethics.record.internal;

import org.contractethics.record.RecordReader;
import org.contractethics.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Has the record verified when the application starts, beside the first requests, so that damage never waits to be asked for. */
@Component
class VerifyingAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyingAtStart.class);

    private final RecordReader record;

    VerifyingAtStart(RecordReader record) {
        this.record = record;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread verification = new Thread(this::verify, "record-verification");
        verification.setDaemon(true);
        verification.start();
    }

    private void verify() {
        try {
            record.verify(Actor.SYSTEM.username());
        } catch (DataAccessException e) {
            LOG.warn("the record could not be verified at start", e);
        }
    }
}
