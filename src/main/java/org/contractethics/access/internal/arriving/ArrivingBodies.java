package org.contractethics.access.internal.arriving;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/** The bodies that threads wait for at the moment. When there are too many, the slowest has to go: an honest one is hardly ever that. */
final class ArrivingBodies {

    private final ArrivingSettings settings;
    private final LongSupplier nanos;
    private final Set<ArrivingBody> waitedFor = new LinkedHashSet<>();

    ArrivingBodies(ArrivingSettings settings, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
    }

    ArrivingSettings settings() {
        return settings;
    }

    long now() {
        return nanos.getAsLong();
    }

    /** A thread waits for this one from now on. */
    synchronized void waitFor(ArrivingBody body) {
        if (waitedFor.add(body)
                && waitedFor.stream().filter(one -> !one.isGivenUp()).count() > settings.slowTogether()) {
            waitedFor.stream()
                    .filter(one -> !one.isGivenUp())
                    .min(Comparator.comparingDouble(ArrivingBody::bytesPerSecond))
                    .ifPresent(ArrivingBody::giveUp);
        }
    }

    synchronized void leave(ArrivingBody body) {
        waitedFor.remove(body);
    }

    synchronized int waitedFor() {
        return waitedFor.size();
    }
}
