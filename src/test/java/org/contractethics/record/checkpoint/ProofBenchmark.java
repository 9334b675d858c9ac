package org.contractethics.record.checkpoint;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.contractethics.BenchmarkSize;
import org.contractethics.MigratedDatabase;
import org.contractethics.record.checkpoint.ProvableRecord.Node;
import org.contractethics.record.proof.MerkleProof;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.signing.Notes;
import org.contractethics.record.signing.TreeHashes;
import org.contractethics.record.verification.Scans;
import org.contractethics.shared.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R35 to R38: from a decision to its cosigned receipt, and proofs in large records; prints, and judges no time. Run by {@code mvn test
 * -Dtest=ProofBenchmark}; the database waits for no disk, and connections to it are kept, as the application keeps them.
 */
class ProofBenchmark {

    private static final int MILLION = 1_000_000;

    /** Of entries. */
    private final BenchmarkSize size = size();

    private final int decisions = size.either(300, 2);
    private final int leavesOfTree = size.either(MILLION, 1_000);

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
            for (int i = 0; i < decisions; i++) {
                node.decide(1);
                node.round();
            }
            receipts(node);
            fill(node);
            Scans scans = new Scans(database, record.settings, record.keys);
            times(
                    size.either(5, 1),
                    "verify the whole record of "
                            + node.jdbc
                                    .sql("select size from record.head")
                                    .query(Long.class)
                                    .single(),
                    round -> scans.whole().ifPresent(problem -> {
                        throw new IllegalStateException(problem);
                    }));
            receipts(node);
        }
        proofs();
    }

    private void receipts(Node node) {
        long before =
                node.jdbc.sql("select size from record.head").query(Long.class).single();
        times(decisions, "decision to cosigned receipt", number -> {
            node.decide(1);
            node.round();
            if (!node.witnessed(before + number)) {
                throw new IllegalStateException("not witnessed");
            }
            if (node.proofs.receipt(before + number).isEmpty()) {
                throw new IllegalStateException("no receipt");
            }
        });
    }

    private void fill(Node node) {
        RecordedEvent[] block = new RecordedEvent[100];
        times(size.count() / block.length, "append " + block.length + " entries in one transaction", number -> {
            Arrays.setAll(block, i -> ProvableRecord.decision(UUID.randomUUID().toString()));
            node.writer.append(Clock.systemUTC(), block);
        });
        times(1, "sign all of them", number -> node.round());
    }

    private void proofs() {
        byte[] leaves = new byte[leavesOfTree * 32];
        new Random(1).nextBytes(leaves);
        TreeHashes tree = new TreeHashes((from, to) -> Arrays.copyOfRange(leaves, (int) from * 32, (int) to * 32));
        times(1, "first root over a million leaf hashes", round -> tree.root(leavesOfTree));
        byte[] root = tree.root(leavesOfTree);
        Random random = new Random(2);
        times(
                size.either(2_000, 2),
                "make an inclusion proof in a million",
                round -> tree.inclusion(random.nextInt(leavesOfTree), leavesOfTree));
        times(
                size.either(2_000, 2),
                "make a consistency proof in a million",
                round -> tree.consistency(1 + random.nextInt(leavesOfTree), leavesOfTree));
        List<byte[]> path = tree.inclusion(77, leavesOfTree);
        byte[] leaf = Arrays.copyOfRange(leaves, 77 * 32, 78 * 32);
        times(size.either(2_000, 2), "verify an inclusion proof in a million", round -> {
            try {
                MerkleProof.inclusion(77, leavesOfTree, leaf, path, root);
            } catch (NotProvenException e) {
                throw new IllegalStateException(e);
            }
        });
        String receipt = Notes.receipt(
                77, path, Notes.checkpoint(ProvableRecord.ORIGIN, leavesOfTree, root) + "\n" + "x".repeat(2 * 150));
        size.say(
                "%-60s %,10d bytes%n",
                "receipt with two signatures in a million", receipt.getBytes(StandardCharsets.UTF_8).length);
    }

    private void times(int rounds, String what, IntConsumer act) {
        double[] millis = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            act.accept(i);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        size.say("%-60s p50 %,10.3f ms   p95 %,10.3f ms%n", what, millis[rounds / 2], millis[(int) (rounds * 0.95)]);
    }
}
