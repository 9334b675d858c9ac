package org.contractethics.document.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import java.util.function.Function;
import org.contractethics.document.ReadingLeases;
import org.contractethics.document.extraction.Progress;
import org.contractethics.document.extraction.Progress.Phase;
import org.contractethics.document.extraction.Reading;
import org.contractethics.document.extraction.Reading.Unreadable;
import org.contractethics.document.extraction.UnreadableReason;
import org.contractethics.document.internal.ReadingStore.Lease;
import org.contractethics.document.isolation.ReadingPool;
import org.contractethics.document.isolation.ReadingPool.Workplace;
import org.contractethics.shared.Actor;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Has the text of uploaded files read after the commit, each by one node at a time, and its result kept. */
@Service
class ReadingTexts {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingTexts.class);

    private final ReadingStore readings;
    private final ByteStore bytes;
    private final ReadingPool pool;
    private final KeepingTexts keeping;

    ReadingTexts(ReadingStore readings, ByteStore bytes, ReadingPool pool, KeepingTexts keeping) {
        this.readings = readings;
        this.bytes = bytes;
        this.pool = pool;
        this.keeping = keeping;
    }

    /**
     * An application module listener in all but its threads: a queue of slow files must not hold up mail and indexing. Outside a
     * transaction, because reading may take minutes and a connection must not wait for it. May come twice.
     */
    @Async(ReadingThreads.NAME)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @TransactionalEventListener
    void on(TextAwaited awaited) throws InterruptedException {
        read(awaited.version());
    }

    /** Reads a version that waits for its text, unless somebody else is at it. */
    void read(DocumentVersionId version) throws InterruptedException {
        Lease lease =
                readings.claim(version, UUID.randomUUID(), ReadingLeases.LEASE).orElse(null);
        if (lease != null) {
            read(lease, FileKey.NONE);
        }
    }

    /** Reads under a lease that is held already; where it has lapsed meanwhile, somebody else did or does. */
    void read(Lease lease, FileKey key) throws InterruptedException {
        read(lease, key, reading -> {
            keeping.keep(lease, reading, key.suppliedBy());
            return KeepingTexts.end(reading, key.suppliedBy());
        });
    }

    /** The same of a version that has a text, which stays where nothing better comes of it. */
    void readAnew(Lease lease) throws InterruptedException {
        read(lease, FileKey.NONE, reading -> keeping.keepAnew(lease, reading));
    }

    /** @param keeper keeps the result, and tells its end in a word */
    private void read(Lease lease, FileKey key, Function<Reading, String> keeper) throws InterruptedException {
        if (!readings.renew(lease, Progress.of(Phase.WAITING))) {
            return;
        }
        if (lease.held().tooMany()) {
            LOG.warn(
                    "document not tried any more version={} end={}",
                    lease.version(),
                    keeper.apply(new Unreadable(UnreadableReason.READER_STOPPED)));
            return;
        }
        try {
            tried(lease, key, keeper);
        } catch (InterruptedException e) {
            readings.giveBack(lease);
            throw e;
        } catch (IOException e) {
            stopped(lease);
            throw new UncheckedIOException(e);
        }
    }

    private void tried(Lease lease, FileKey key, Function<Reading, String> keeper)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (Workplace place = pool.workplace(lease.version().toString())) {
            try (OutputStream out = Files.newOutputStream(place.file())) {
                bytes.copy(lease.version(), out);
            }
            Reading reading = pool.read(place, key.password(), progress -> report(lease, progress));
            report(lease, Progress.of(Phase.STORING));
            LOG.info(
                    "document read version={} end={} millis={}",
                    lease.version(),
                    keeper.apply(reading),
                    (System.nanoTime() - began) / 1_000_000);
        }
    }

    private void stopped(Lease lease) {
        if (pool.isClosed()) {
            readings.giveBack(lease);
        } else {
            readings.putOff(lease);
        }
    }

    /** A progress that cannot be told stops no reading. */
    private void report(Lease lease, Progress progress) {
        try {
            readings.renew(lease, progress);
        } catch (DataAccessException e) {
            LOG.warn("progress of a reading not kept version={}", lease.version());
        }
    }

    /**
     * What opens a protected file. It is in memory from the request to the process, and nowhere else.
     *
     * @param suppliedBy who entered the password; the system where nobody did
     */
    record FileKey(@Nullable String password, Actor suppliedBy) {

        static final FileKey NONE = new FileKey(null, Actor.SYSTEM);

        @Override
        public String toString() {
            return "FileKey of " + suppliedBy.username();
        }
    }
}
