package org.contractethics.finding.internal;

import java.time.Clock;
import java.util.List;
import org.contractethics.finding.internal.ScanFailures.Failure;
import org.contractethics.finding.internal.ScanFailures.Reason;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.RecurringWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Scans again what an older query set scanned, and what no set did, a few versions at a time: a changed set must not hold up the
 * work of the day. Each version is a transaction of its own; one that fails waits, longer each time, while the others go on.
 */
@Component
class Rescanning implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(Rescanning.class);
    private static final int AT_A_TIME = 20;

    private final Scans scans;
    private final ScanFailures failures;
    private final Clock clock;

    Rescanning(Scans scans, ScanFailures failures, Clock clock) {
        this.scans = scans;
        this.failures = failures;
        this.clock = clock;
    }

    /** What is to be scanned, and the scan of one version. */
    interface Scans {

        Waiting waiting(int limit);

        void scan(DocumentVersionId version);
    }

    /** @param querySet the one they are scanned with */
    record Waiting(int querySet, List<DocumentVersionId> versions) {}

    @Override
    public void run() {
        Waiting waiting = scans.waiting(AT_A_TIME);
        for (DocumentVersionId version : waiting.versions()) {
            scan(version, waiting.querySet());
        }
    }

    private void scan(DocumentVersionId version, int querySet) {
        try {
            scans.scan(version);
            failures.forget(version);
        } catch (RuntimeException | StackOverflowError e) {
            // whatever is wrong with this one, the next ones are scanned
            Failure failure = failures.note(version, querySet, Reason.of(e), clock.instant());
            log.error(
                    "clauses not scanned version={} set={} reason={} tries={}",
                    version,
                    querySet,
                    failure.reason(),
                    failure.tries(),
                    e);
        }
    }
}
