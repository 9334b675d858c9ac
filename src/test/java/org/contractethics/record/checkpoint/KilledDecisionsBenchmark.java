package org.contractethics.record.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.contractethics.BenchmarkSize;
import org.contractethics.MigratedDatabase;
import org.contractethics.record.checkpoint.ProvableRecord.Node;
import org.contractethics.record.verification.Scans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * R10: kill -9 at random points between commit, signature, cosignature and acknowledgement, each time with a new process on what the
 * last one left. No decision that was acknowledged may be lost. Run by {@code mvn test -Dtest=KilledDecisionsBenchmark
 * -Dbenchmark.kills=1000}.
 */
class KilledDecisionsBenchmark {

    private static final int LONGEST_MILLIS = 120;

    /** Of kills. */
    private final BenchmarkSize size = size();

    private final Random chance = new Random(10);
    private final Map<Long, String> acknowledged = new LinkedHashMap<>();

    @TempDir
    private Path folder = Path.of("");

    BenchmarkSize size() {
        return BenchmarkSize.measured(Integer.getInteger("benchmark.kills", 50));
    }

    @Test
    void no_acknowledged_decision_is_lost() throws Exception {
        MigratedDatabase database = MigratedDatabase.fresh();
        try (ProvableRecord record = new ProvableRecord(folder, true)) {
            PGSimpleDataSource application = (PGSimpleDataSource) database.asApplication();
            for (int kill = 0; kill < size.count(); kill++) {
                decideUntilKilled(application);
            }
            Node node = record.start(database.asApplication());
            node.round();

            assertThat(node.problem()).isEqualTo("null");
            assertThat(new Scans(node.source, record.settings, record.keys).whole())
                    .isEmpty();
            long lost = acknowledged.entrySet().stream()
                    .filter(one -> !node.witnessed(one.getKey()) || !isThere(node, one.getKey(), one.getValue()))
                    .count();
            size.say(
                    "%d kills, %d entries, %d decisions acknowledged, %d of them lost%n",
                    size.count(),
                    node.jdbc
                            .sql("select size from record.head")
                            .query(Long.class)
                            .single(),
                    acknowledged.size(),
                    lost);
            assertThat(acknowledged).as("each process decided").hasSizeGreaterThanOrEqualTo(size.count());
            assertThat(lost).isZero();
        }
    }

    private void decideUntilKilled(PGSimpleDataSource application) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DecidingUntilKilled.launcher(folder).toString(),
                        application.getUrl(),
                        String.valueOf(application.getUser()),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            while (line != null && !line.equals("ready")) {
                acknowledge(line);
                line = said.readLine();
            }
            assertThat(line).as("the process began").isEqualTo("ready");
            // no condition to wait for: the point is not to know how far it has come
            Thread.sleep(chance.nextInt(LONGEST_MILLIS));
            // by its handle: the process itself would close the stream with what was said last
            process.toHandle().destroyForcibly();
            process.waitFor();
            said.lines().forEach(this::acknowledge);
        }
    }

    /** A line that the kill cut off is none that anybody has read. */
    private void acknowledge(String line) {
        String[] words = line.split(" ", -1);
        if (words.length == 3 && words[0].equals("recorded") && words[2].length() == 36) {
            acknowledged.put(Long.parseLong(words[1]), words[2]);
        }
    }

    private static boolean isThere(Node node, long index, String decision) {
        return node.jdbc
                .sql("select position(? in convert_from(body, 'UTF8')) > 0 from record.entry where n = ?")
                .params(decision, index)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
