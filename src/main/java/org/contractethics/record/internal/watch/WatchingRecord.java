package org.contractethics.record.internal.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.contractethics.record.RecordProofs;
import org.contractethics.record.RecordProofs.SignedCheckpoint;
import org.contractethics.record.RecordReader;
import org.contractethics.record.verification.Finding;
import org.contractethics.record.verification.Found;
import org.contractethics.shared.Actor;
import org.contractethics.shared.RecurringWork;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Has the record verified again and again, and looks whether it is signed and witnessed. When it was verified last is remembered here
 * and not read from the database: a row there could be made by whoever damaged the record.
 */
@Component
class WatchingRecord implements RecurringWork {

    static final String NOT_WITNESSED =
            "Checkpoints are signed, but too few witnesses have cosigned the newest: no decision since"
                    + " then counts as recorded.";

    private final Runnable verification;
    private final RecordProofs proofs;
    private final Alarms alarms;
    private final WatchSettings settings;
    private final Clock clock;
    private Instant next;

    @Autowired
    WatchingRecord(RecordReader record, RecordProofs proofs, Alarms alarms, WatchSettings settings, Clock clock) {
        this(() -> record.verify(Actor.SYSTEM.username()), proofs, alarms, settings, clock);
    }

    WatchingRecord(Runnable verification, RecordProofs proofs, Alarms alarms, WatchSettings settings, Clock clock) {
        this.verification = verification;
        this.proofs = proofs;
        this.alarms = alarms;
        this.settings = settings;
        this.clock = clock;
        // the start verifies by itself
        this.next = clock.instant().plus(settings.verifyEvery());
    }

    @Override
    public synchronized void run() {
        String unproved = unproved(proofs);
        alarms.standing(
                Alarm.SIGNING,
                unproved == null ? List.of() : List.of(new Found("signing", new Finding(null, unproved))));
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            verification.run();
            next = now.plus(settings.verifyEvery());
        }
    }

    /** Why what is recorded now could not be proved to others; null where it can. */
    static @Nullable String unproved(RecordProofs proofs) {
        return proofs.problem()
                .orElseGet(() -> proofs.asksForWitnesses()
                                && proofs.newest()
                                        .filter(SignedCheckpoint::witnessed)
                                        .isEmpty()
                        ? NOT_WITNESSED
                        : null);
    }
}
