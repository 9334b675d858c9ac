package org.contractethics.review.internal.followup;

import java.util.UUID;
import org.contractethics.document.FileTexts;
import org.contractethics.shared.RecurringWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/** Has files of incidents read that were left behind: by a node that ended, or recorded before evidence was searched. */
@Component
class TakingUpEvidence implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(TakingUpEvidence.class);
    private static final int AT_ONCE = 20;

    private final EvidenceTexts texts;
    private final ReadingEvidence reading;
    private final ThreadPoolTaskExecutor threads;

    TakingUpEvidence(
            EvidenceTexts texts,
            ReadingEvidence reading,
            @Qualifier(FileTexts.THREADS) ThreadPoolTaskExecutor threads) {
        this.texts = texts;
        this.reading = reading;
        this.threads = threads;
    }

    /** Only with free hands: what is uploaded now goes first. */
    @Override
    public void run() {
        if (threads.getQueueSize() > 0) {
            return;
        }
        for (UUID incident : texts.leftBehind(AT_ONCE)) {
            if (reading.take(incident)) {
                threads.execute(() -> takeUp(incident));
            }
        }
    }

    private void takeUp(UUID incident) {
        try {
            reading.read(incident);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("files of an incident not read incident={}", incident, e);
        }
    }
}
