package org.contractethics.concern.internal.vault;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Says {@code SEALED} while concerns can be filed but not read, and is down while they cannot even be filed. */
@Component
class ConcernsHealthIndicator extends AbstractHealthIndicator {

    static final String SEALED = "SEALED";

    private final Custodian custodian;

    ConcernsHealthIndicator(Custodian custodian) {
        super("the custodian's keys cannot be asked");
        this.custodian = custodian;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (custodian.isWithoutPublicKey()) {
            health.down();
        } else if (custodian.isSealed()) {
            health.status(SEALED);
        } else {
            health.up();
        }
    }
}
