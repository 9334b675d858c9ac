package org.contractethics.document.extraction;

import java.time.Duration;

/**
 * What one file may cost. Readers ask it inside their loops, so that a hostile file is given up from within, also where a
 * thread cannot be stopped from outside.
 */
final class Budget {

    /** More than 5,000 printed pages. */
    private static final int MAX_CHARACTERS = 12_000_000;

    /** Everything inside a package together, unpacked. */
    private static final long MAX_EXPANDED_BYTES = 512L * 1024 * 1024;

    private long endsAt;
    private long characters;
    private long expandedBytes;

    Budget(Duration time) {
        this.endsAt = System.nanoTime() + time.toNanos();
    }

    void checkTime() {
        if (Thread.currentThread().isInterrupted() || System.nanoTime() - endsAt > 0) {
            throw new LimitHitException("time");
        }
    }

    /** Time that has a limit of its own does not count against the file. */
    void grant(Duration more) {
        endsAt += more.toNanos();
    }

    void chargeCharacters(int count) {
        characters += count;
        if (characters > MAX_CHARACTERS) {
            throw new LimitHitException("text");
        }
        checkTime();
    }

    void chargeExpandedBytes(long count) {
        expandedBytes += count;
        if (expandedBytes > MAX_EXPANDED_BYTES) {
            throw new LimitHitException("expanded size");
        }
        checkTime();
    }
}
