package org.contractethics.report.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Has the record folded when the application starts, beside the first requests, so that nobody waits for it who wants to see a figure. */
@Component
class FoldingAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(FoldingAtStart.class);

    private final CurrentCasebook casebook;

    FoldingAtStart(CurrentCasebook casebook) {
        this.casebook = casebook;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread folding = new Thread(this::fold, "report-folding");
        folding.setDaemon(true);
        folding.start();
    }

    private void fold() {
        try {
            LOG.info("record folded entries={}", casebook.<Long>look((book, head) -> head.size()));
        } catch (DataAccessException e) {
            LOG.warn("the record could not be folded at start; the first look folds it", e);
        }
    }
}
