package org.contractethics.document.internal;

import java.util.UUID;
import org.contractethics.document.ReadingLeases;
import org.contractethics.document.internal.OlderTexts.OlderText;
import org.contractethics.document.internal.ReadingStore.Lease;
import org.contractethics.shared.RecurringWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Has files read anew whose text an older reader read: one at a time, and only while nothing else is to be read here. Until the new text is
 * there, and wherever none comes of it, the old one stays. Where a review or a concern may name its clauses it stays for good.
 */
@Component
class ReadingAnew implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingAnew.class);
    private static final int LOOKED_AT = 100;

    private final OlderTexts older;
    private final ReadingStore readings;
    private final ReadingTexts readingTexts;
    private final ThreadPoolTaskExecutor executor;

    ReadingAnew(
            OlderTexts older,
            ReadingStore readings,
            ReadingTexts readingTexts,
            @Qualifier(ReadingThreads.NAME) ThreadPoolTaskExecutor executor) {
        this.older = older;
        this.readings = readings;
        this.readingTexts = readingTexts;
        this.executor = executor;
    }

    @Override
    public void run() {
        if (executor.getQueueSize() > 0 || executor.getActiveCount() > 0) {
            return;
        }
        for (OlderText text : older.unsettled(LOOKED_AT)) {
            if (older.mustStay(text.contract())) {
                older.leave(text.version());
                continue;
            }
            Lease lease = readings.claimAnew(text.version(), UUID.randomUUID(), ReadingLeases.LEASE)
                    .orElse(null);
            if (lease != null) {
                executor.execute(() -> read(lease));
                return;
            }
        }
    }

    private void read(Lease lease) {
        try {
            readingTexts.readAnew(lease);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("document not read anew version={}", lease.version(), e);
        }
    }
}
