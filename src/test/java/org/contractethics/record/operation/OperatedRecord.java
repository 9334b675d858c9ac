package org.contractethics.record.operation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.contractethics.MigratedDatabase;
import org.contractethics.SettableClock;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordSettings;
import org.contractethics.record.internal.RecordWriter;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.signing.CheckpointKeys;
import org.contractethics.record.signing.SigningKey;
import org.contractethics.record.verification.Scans;
import org.contractethics.shared.RecordedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A record that nothing was told yet, and nodes that tell it how they are run. */
final class OperatedRecord {

    private static final byte[] SECRET = "operated-operated-operated-opera".getBytes(StandardCharsets.US_ASCII);

    final MigratedDatabase database = MigratedDatabase.fresh();
    final SettableClock clock = new SettableClock(RecordFixtures.NOW);
    final RecordSettings settings = settings();
    final JdbcClient jdbc;
    final RecordReader reader;
    private final DataSource source = database.asApplication();

    OperatedRecord() throws NotProvenException {
        this.jdbc = JdbcClient.create(source);
        CheckpointKeys keys = CheckpointKeys.of(SigningKey.ofLog(settings.origin(), SECRET));
        this.reader = RecordWriter.reader(jdbc, new Scans(source, settings, keys).tree(), Clock.systemUTC());
    }

    private static RecordSettings settings() {
        String secret = Base64.getEncoder().encodeToString(SECRET);
        return new RecordSettings("operated.example/record", secret, secret, null, null, Duration.ZERO, 0);
    }

    TellingOnce telling() {
        RecordWriter writer = new RecordWriter(source, settings);
        return new TellingOnce(
                jdbc, event -> writer.append(clock, (RecordedEvent) event), new JdbcTransactionManager(source));
    }

    List<RecordEntry> entries(String kind) {
        return reader.oldest(EntryFilter.ofKind(kind), -1, 1_000);
    }

    /** Two nodes that do the same at the same moment. */
    static void atOnce(Runnable first, Runnable second) throws Exception {
        CountDownLatch ready = new CountDownLatch(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> running =
                    List.of(nodes.submit(() -> start(ready, first)), nodes.submit(() -> start(ready, second)));
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    private static void start(CountDownLatch ready, Runnable work) {
        ready.countDown();
        try {
            ready.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        work.run();
    }
}
