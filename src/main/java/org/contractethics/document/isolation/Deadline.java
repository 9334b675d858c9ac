package org.contractethics.document.isolation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Does something when a time is over, unless it is moved or called off before. */
final class Deadline {

    private final Runnable act;
    private final long began = System.nanoTime();
    private CompletableFuture<Void> waiting;
    private boolean over;
    private boolean calledOff;

    Deadline(Duration after, Runnable act) {
        this.act = act;
        this.waiting = fallAfter(after.toNanos());
    }

    /** @param after counted from the beginning, as before */
    synchronized void moveTo(Duration after) {
        if (!over && !calledOff) {
            waiting.cancel(false);
            waiting = fallAfter(after.toNanos() - (System.nanoTime() - began));
        }
    }

    synchronized void callOff() {
        calledOff = true;
        waiting.cancel(false);
    }

    synchronized boolean isOver() {
        return over;
    }

    private CompletableFuture<Void> fallAfter(long nanos) {
        return CompletableFuture.runAsync(
                this::fall, CompletableFuture.delayedExecutor(Math.max(0, nanos), TimeUnit.NANOSECONDS));
    }

    private void fall() {
        synchronized (this) {
            if (calledOff) {
                return;
            }
            over = true;
        }
        act.run();
    }
}
