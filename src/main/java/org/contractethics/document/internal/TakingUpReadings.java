package org.contractethics.document.internal;

import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.RecurringWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Takes up readings whose node is gone. The event registry would do it, but not before five minutes: it cannot tell a slow node
 * from a dead one. The lease can.
 */
@Component
class TakingUpReadings implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(TakingUpReadings.class);
    private static final int AT_ONCE = 20;

    private final ReadingStore readings;
    private final ReadingTexts readingTexts;
    private final ThreadPoolTaskExecutor executor;

    TakingUpReadings(
            ReadingStore readings,
            ReadingTexts readingTexts,
            @Qualifier(ReadingThreads.NAME) ThreadPoolTaskExecutor executor) {
        this.readings = readings;
        this.readingTexts = readingTexts;
        this.executor = executor;
    }

    /** Only with free hands: what waits in the queue of this node is abandoned by nobody. */
    @Override
    public void run() {
        if (executor.getQueueSize() > 0) {
            return;
        }
        for (DocumentVersionId version : readings.abandoned(AT_ONCE)) {
            executor.execute(() -> takeUp(version));
        }
    }

    private void takeUp(DocumentVersionId version) {
        try {
            readingTexts.read(version);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("document not read version={}", version, e);
        }
    }
}
