package org.contractethics.concern.internal.opening;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.contractethics.shared.RecurringWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends openings whose days are over. Nothing is shown after them in any case; with the end goes the key. */
@Component
public class EndingOpenings implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(EndingOpenings.class);

    private final SealedOpenings openings;
    private final Clock clock;

    EndingOpenings(SealedOpenings openings, Clock clock) {
        this.openings = openings;
        this.clock = clock;
    }

    @Override
    public void run() {
        int ended = openings.endOver(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        if (ended > 0) {
            log.info("openings ended count={}", ended);
        }
    }
}
