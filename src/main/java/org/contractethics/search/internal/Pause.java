package org.contractethics.search.internal;

import java.time.Duration;

/** Waiting between two attempts; tests do not wait. */
interface Pause {

    Pause SLEEPING = time -> {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchDown("interrupted while waiting for the cluster", e);
        }
    };

    void of(Duration time);
}
