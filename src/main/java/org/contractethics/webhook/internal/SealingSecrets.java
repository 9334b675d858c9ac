package org.contractethics.webhook.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Seals the secrets that were written down readably before there was a key for them. */
@Component
class SealingSecrets {

    private static final Logger LOG = LoggerFactory.getLogger(SealingSecrets.class);

    private final Subscriptions subscriptions;

    SealingSecrets(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        int sealed = subscriptions.sealReadable();
        if (sealed > 0) {
            LOG.info("secrets of webhooks sealed number={}", sealed);
        }
    }
}
