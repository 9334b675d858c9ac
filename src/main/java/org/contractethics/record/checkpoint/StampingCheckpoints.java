package org.contractethics.record.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.contractethics.record.internal.TimestampSettings;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.Timestamp;
import org.contractethics.shared.RecurringWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has the newest checkpoint stamped by an authority, where one is set, beside the signing and never in its way: a checkpoint without a
 * time stamp counts like any other, until its key is found to be in the hands of others.
 */
@Component
class StampingCheckpoints implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(StampingCheckpoints.class);

    /** Authorities count their answers, and the newest checkpoint covers those before it. */
    private static final Duration EVERY = Duration.ofMinutes(1);

    /** Clocks of two houses differ a little; more means that one of them was set. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final TimestampSettings settings;
    private final TimestampClient client;
    private final Checkpoints checkpoints;
    private final Timestamps timestamps;
    private final TrustPolicy trust;
    private final Clock clock;
    private Instant next = Instant.MIN;

    StampingCheckpoints(
            TimestampSettings settings,
            TimestampClient client,
            Checkpoints checkpoints,
            Timestamps timestamps,
            TrustPolicy trust,
            Clock clock) {
        this.settings = settings;
        this.client = client;
        this.checkpoints = checkpoints;
        this.timestamps = timestamps;
        this.trust = trust;
        this.clock = clock;
        if (settings.url() != null && trust.policy().authorities().isEmpty()) {
            throw new IllegalStateException(
                    "Setting contract-ethics.record.timestamps.url names a time stamping authority,"
                            + " but the file of contract-ethics.record.policy-file has no line tsa with its certificate.");
        }
    }

    @Override
    public synchronized void run() {
        String url = settings.url();
        Instant now = clock.instant();
        if (url == null || now.isBefore(next)) {
            return;
        }
        next = now.plus(EVERY);
        checkpoints
                .last()
                .filter(checkpoint -> timestamps.of(checkpoint.size()).isEmpty())
                .ifPresent(checkpoint -> stamp(url, checkpoint));
    }

    /** What does not hold is not kept, and is asked for again. */
    private void stamp(String url, StoredCheckpoint checkpoint) {
        byte[] note = checkpoint.note().getBytes(StandardCharsets.UTF_8);
        try {
            byte[] response = client.stamp(url, note);
            Instant at = Timestamp.verify(response, note, trust.policy().authorities())
                    .at();
            if (Duration.between(at, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
                LOG.error("the clocks of record and time stamping authority differ, it says {}", at);
                return;
            }
            timestamps.add(checkpoint.size(), response, at.truncatedTo(ChronoUnit.MILLIS));
        } catch (IOException | NotProvenException e) {
            LOG.warn("no time stamp for a checkpoint size={} problem={}", checkpoint.size(), e.toString());
        }
    }
}
