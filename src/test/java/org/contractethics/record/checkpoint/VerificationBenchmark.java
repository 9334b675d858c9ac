package org.contractethics.record.checkpoint;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.contractethics.BenchmarkSize;
import org.contractethics.MigratedDatabase;
import org.contractethics.record.checkpoint.ProvableRecord.Node;
import org.contractethics.record.export.Exports;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordWriter;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.verification.Scans;
import org.contractethics.record.verification.VerifyCommand;
import org.contractethics.shared.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * R37: how long the verification of long entries takes, in the database and from an export; prints, and judges no time. Run by {@code mvn test
 * -Dtest=VerificationBenchmark}, of a million entries by {@code -Dbenchmark.entries=1000000}. With {@code -Dbenchmark.export=FILE} the export
 * stays, to be verified by the packaged program. {@code -Dbenchmark.between=3} has a checkpoint signed and witnessed behind every third entry.
 */
class VerificationBenchmark {

    private static final int BLOCK = 100;

    /** How many entries lie between two checkpoints; none unless set, for each takes a signature and a witness. */
    private static final int BETWEEN = Integer.getInteger("benchmark.between", Integer.MAX_VALUE);

    private final BenchmarkSize size = size();
    private final int rounds = size.either(Integer.getInteger("benchmark.rounds", 5), 1);

    @TempDir
    private Path folder = Path.of("");

    BenchmarkSize size() {
        return BenchmarkSize.measured(Integer.getInteger("benchmark.entries", 100_000));
    }

    @Test
    void measure() throws IOException, NotProvenException {
        try (HikariDataSource database = new HikariDataSource();
                ProvableRecord record = new ProvableRecord(folder, true)) {
            database.setDataSource(MigratedDatabase.fresh().asApplication());
            Node node = record.start(database);
            int block = Math.min(BLOCK, BETWEEN);
            for (int done = 0; done < size.count(); done += block) {
                RecordedEvent[] events = new RecordedEvent[block];
                Arrays.setAll(events, RecordFixtures::aLongDecision);
                node.writer.append(Clock.systemUTC(), events);
                if (block == BETWEEN) {
                    node.round();
                }
            }
            node.round();
            Scans scans = new Scans(database, record.settings, record.keys);
            TransactionTemplate snapshot = new TransactionTemplate(new JdbcTransactionManager(database));
            times("verify " + size.count() + " entries in the database", () -> snapshot.execute(status -> scans.whole())
                    .ifPresent(problem -> {
                        throw new IllegalStateException(problem);
                    }));
            Path export = Path.of(System.getProperty(
                    "benchmark.export", folder.resolve("export.zip").toString()));
            Exports.write(
                    export,
                    RecordWriter.reader(node.jdbc, scans.tree(), Clock.systemUTC()),
                    node.exports(),
                    RecordWriter.fields(node.jdbc));
            Path policy =
                    Files.writeString(folder.resolve("trusted"), node.exports().policy());
            times("verify an export of them", () -> verify(export, policy));
        }
    }

    private static void verify(Path export, Path policy) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        if (VerifyCommand.run(List.of(export.toString(), policy.toString()), nowhere) != 0) {
            throw new IllegalStateException("the export was not accepted");
        }
    }

    /** Also the processor time of this program alone: on a busy machine only that says something. */
    private void times(String what, Runnable act) {
        for (int round = 1; round <= rounds; round++) {
            long start = System.nanoTime();
            long before = processorTime();
            act.run();
            size.say(
                    "%-50s round %d: %,9.0f ms, of the program's processors %,9.0f ms%n",
                    what, round, (System.nanoTime() - start) / 1e6, (processorTime() - before) / 1e6);
        }
    }

    private static long processorTime() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
