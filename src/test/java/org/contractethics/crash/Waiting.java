package org.contractethics.crash;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits beside an application that is killed again and again. */
final class Waiting {

    private Waiting() {}

    /** The mail server throws, in a thread of its own, where the application was killed while it sent a mail: that is no failure. */
    static ConditionFactory waiting() {
        return Awaitility.await().dontCatchUncaughtExceptions();
    }
}
