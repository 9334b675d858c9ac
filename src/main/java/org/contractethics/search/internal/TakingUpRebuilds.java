package org.contractethics.search.internal;

import java.time.Clock;
import org.contractethics.shared.RecurringWork;
import org.springframework.stereotype.Component;

/**
 * Goes on with a rebuild that was cut off, by a crash or an outage. Its event alone does not: a delivery that takes long is offered
 * again while the first still runs, ends at once, and counts as done.
 */
@Component
class TakingUpRebuilds implements RecurringWork {

    private final Rebuilds rebuilds;
    private final RebuildingIndex rebuilding;
    private final Clock clock;

    TakingUpRebuilds(Rebuilds rebuilds, RebuildingIndex rebuilding, Clock clock) {
        this.rebuilds = rebuilds;
        this.rebuilding = rebuilding;
        this.clock = clock;
    }

    @Override
    public void run() {
        rebuilds.lost(clock.instant()).ifPresent(rebuilding::goOn);
    }
}
