package org.contractethics.record.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.contractethics.MigratedDatabase;
import org.contractethics.record.checkpoint.ProvableRecord.Node;
import org.contractethics.record.internal.RecordWriter;
import org.contractethics.record.verification.Scans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** R19: two applications write to one record and sign it at the same time, and some of their acts are undone. */
class TwoNodesIT {

    /** The whole campaign: -Drecord.decisions=10000. */
    private static final int DECISIONS = Integer.getInteger("record.decisions", 300);

    private static final int THREADS = 4;

    private final MigratedDatabase database = MigratedDatabase.fresh();

    @Test
    void places_are_taken_without_gap_fork_or_repetition(@TempDir Path folder) throws Exception {
        try (ProvableRecord record = new ProvableRecord(folder, true)) {
            List<Node> nodes = List.of(record.start(database.asApplication()), record.start(database.asApplication()));
            nodes.get(0).round();
            decideAtOnce(record, nodes);
            nodes.forEach(Node::round);

            JdbcClient jdbc = nodes.get(0).jdbc;
            assertThat(jdbc.sql("select n from record.entry order by n")
                            .query(Long.class)
                            .list())
                    .containsExactlyElementsOf(
                            LongStream.range(0, DECISIONS).boxed().toList());
            assertThat(jdbc.sql("select count(distinct convert_from(body, 'UTF8')::jsonb #>> '{facts,decisionId}')"
                                    + " from record.entry")
                            .query(Integer.class)
                            .single())
                    .as("one entry for each decision")
                    .isEqualTo(DECISIONS);
            assertThat(new Scans(nodes.get(0).source, record.settings, record.keys).whole())
                    .isEmpty();
            assertThat(nodes).allSatisfy(node -> {
                assertThat(node.problem()).isEqualTo("null");
                assertThat(node.witnessed(DECISIONS - 1)).isTrue();
            });
            assertThat(nodes.get(0).checkpoints.all())
                    .extracting(StoredCheckpoint::size)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    private void decideAtOnce(ProvableRecord record, List<Node> nodes) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS + nodes.size());
        try {
            List<Future<?>> acts = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                acts.add(threads.submit(deciding(record, thread)));
            }
            List<Future<?>> rounds = new ArrayList<>();
            for (Node node : nodes) {
                rounds.add(threads.submit(() -> {
                    while (acts.stream().anyMatch(act -> !act.isDone())) {
                        node.round();
                    }
                }));
            }
            for (Future<?> act : acts) {
                act.get();
            }
            for (Future<?> round : rounds) {
                round.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Every fifth act is undone at first and then done again. */
    private Callable<Void> deciding(ProvableRecord record, int thread) {
        return () -> {
            try (var connection = database.asApplication().getConnection()) {
                DataSource one = new SingleConnectionDataSource(connection, true);
                RecordWriter writer = new RecordWriter(one, record.settings);
                TransactionTemplate business = new TransactionTemplate(new JdbcTransactionManager(one));
                for (int number = thread; number < DECISIONS; number += THREADS) {
                    String id = new UUID(0, number).toString();
                    if (number % 5 == 0) {
                        business.executeWithoutResult(status -> {
                            writer.append(Clock.systemUTC(), ProvableRecord.decision(id));
                            status.setRollbackOnly();
                        });
                    }
                    writer.append(Clock.systemUTC(), ProvableRecord.decision(id));
                }
            }
            return null;
        };
    }
}
