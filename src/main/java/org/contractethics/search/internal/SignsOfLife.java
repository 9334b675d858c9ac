package org.contractethics.search.internal;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says again and again that long work goes on, beside it and only while its node lives. */
final class SignsOfLife {

    private static final Logger log = LoggerFactory.getLogger(SignsOfLife.class);

    private SignsOfLife() {}

    static void during(Runnable work, Duration pause, Runnable sign) {
        Timer beside = new Timer("signs-of-life", true);
        beside.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        attempt(sign);
                    }
                },
                pause.toMillis(),
                pause.toMillis());
        try {
            work.run();
        } finally {
            beside.cancel();
        }
    }

    // one that fails must not end those after it
    private static void attempt(Runnable sign) {
        try {
            sign.run();
        } catch (RuntimeException failed) {
            log.warn("a sign of life was not written", failed);
        }
    }
}
