package org.contractethics.concern.internal.conflict;

import org.contractethics.shared.RecurringWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the key of a concern from whoever came into conflict after they got it: who votes on the contract now, or joined its team. */
@Component
class TakingKeysBack implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(TakingKeysBack.class);

    private final JdbcClient jdbc;

    TakingKeysBack(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void run() {
        int taken = jdbc.sql("delete from concern.key_wrap w where concern.in_conflict(w.concern, w.part, w.recipient)")
                .update();
        if (taken > 0) {
            log.info("keys of concerns taken back because of conflicts count={}", taken);
        }
    }
}
