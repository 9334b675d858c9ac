package org.contractethics.review.internal;

import org.contractethics.review.internal.StageWork.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts into the record that a vote could not be closed, because the quorum was missing (H3). The refusal takes back whatever its
 * transaction did, so this is written in one of its own, after it.
 */
@Component
class MissedQuorum {

    private final ApplicationEventPublisher events;
    private final TransactionTemplate afterwards;

    MissedQuorum(ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.events = events;
        this.afterwards = new TransactionTemplate(transactions);
        this.afterwards.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * To be called right before the refusal.
     *
     * @param valid how many votes are valid; null while it would tell who abstained (H4)
     */
    void record(Open open, VoteRound round, int quorum, @Nullable Integer valid) {
        Facts.Recorded missed = Facts.of("reviewId", round.review())
                .and("round", round.round())
                .and("quorum", quorum)
                .and("valid", valid)
                .recorded("quorum-missed", open.contract().id(), open.actor().username(), open.now());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                afterwards.executeWithoutResult(own -> events.publishEvent(missed));
            }
        });
    }
}
