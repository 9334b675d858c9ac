package org.contractethics.search.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.contractethics.search.internal.IndexListeners.CatchUpRequested;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices that the cluster answers again after an outage, and asks at once for what was missed meanwhile: otherwise every
 * single document would wait for its own next attempt.
 */
@Component
class Outage {

    private static final Logger log = LoggerFactory.getLogger(Outage.class);

    /** A cluster that comes and goes is not asked to compare everything at each turn. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicReference<State> state = new AtomicReference<>(new State(false, Instant.MIN));

    Outage(ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param asked when the index was last asked to catch up */
    private record State(boolean missed, Instant asked) {}

    /** Lets the call through and learns from it whether the cluster answers. */
    <T> T watch(Supplier<T> call) {
        T answer;
        try {
            answer = call.get();
        } catch (SearchDown down) {
            state.updateAndGet(before -> new State(true, before.asked()));
            throw down;
        }
        catchUpWhatWasMissed();
        return answer;
    }

    void watch(Runnable call) {
        watch(() -> {
            call.run();
            return true;
        });
    }

    /** At most once a minute; what comes too early is made up for by a later call. */
    private void catchUpWhatWasMissed() {
        State before = Objects.requireNonNull(state.get());
        Instant now = clock.instant();
        boolean due = before.missed() && before.asked().isBefore(now.minus(PAUSE));
        if (due && state.compareAndSet(before, new State(false, now))) {
            log.warn("search answers again, the index is asked to catch up");
            transaction.executeWithoutResult(status -> events.publishEvent(new CatchUpRequested()));
        }
    }
}
