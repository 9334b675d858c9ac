package org.contractethics.finding.internal;

import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.RecurringWork;
import org.springframework.stereotype.Component;

/**
 * Scans again what an older query set scanned, and what no set did, a few versions at a time: a changed set must not hold up the
 * work of the day. Each version is a transaction of its own; one that fails is tried with the next call.
 */
@Component
class Rescanning implements RecurringWork {

    private static final int AT_A_TIME = 20;

    private final ScanningVersions scanning;

    Rescanning(ScanningVersions scanning) {
        this.scanning = scanning;
    }

    @Override
    public void run() {
        for (DocumentVersionId version : scanning.waiting(AT_A_TIME)) {
            scanning.scan(version);
        }
    }
}
