package org.contractethics.record.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.contractethics.MigratedDatabase;
import org.contractethics.record.RecordProofs.SignedCheckpoint;
import org.contractethics.record.checkpoint.ProvableRecord.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** R20: the database fails over to a replica that lags behind; no checkpoint is shown over entries that it does not have. */
class LaggingReplicaIT {

    private static final int LOST = 3;

    private final MigratedDatabase primary = MigratedDatabase.fresh();
    private final DelegatingDataSource inUse = new DelegatingDataSource(primary.asApplication());
    private final ProvableRecord record;
    private final Node node;
    private final MigratedDatabase replica;

    LaggingReplicaIT(@TempDir Path folder) throws IOException {
        record = new ProvableRecord(folder, true);
        node = record.start(inUse);
        node.decide(LOST);
        node.round();
        replica = primary.copy();
        node.decide(2);
        node.round();
    }

    @AfterEach
    void close() {
        record.close();
    }

    @Test
    void a_running_application_shows_no_more_than_the_replica_has_and_signs_nothing() {
        assertThat(node.witnessed(LOST)).isTrue();

        inUse.setTargetDataSource(replica.asApplication());

        assertNothingBeyond(node);
        node.decide(1);
        node.round();
        assertThat(node.problem()).contains("5 entries was signed").contains("restored from an older copy");
        assertThat(node.witnessed(LOST))
                .as("a decision in the place of a lost one")
                .isFalse();
        assertThat(node.checkpoints.last().orElseThrow().size()).isEqualTo(LOST);
    }

    @Test
    void an_application_that_starts_on_it_shows_no_more_either() {
        Node started = record.start(replica.asApplication());

        assertNothingBeyond(started);
        started.round();
        assertThat(started.problem()).contains("restored from an older copy");
        assertNothingBeyond(started);
    }

    /** Where tables are copied one by one, checkpoints may arrive before the entries that they are over. */
    @Test
    void checkpoints_that_arrived_before_their_entries_are_not_shown() {
        MigratedDatabase ahead = primary.copy();
        Attacker tables = new Attacker(ahead);
        tables.sql("delete from record.entry where n >= " + LOST);
        tables.sql("delete from record.sealed where n >= " + LOST);
        tables.rebuild();
        assertThat(JdbcClient.create(ahead.asOwner())
                        .sql("select max(size) from record.cosignature")
                        .query(Long.class)
                        .single())
                .isEqualTo(LOST + 2);

        assertNothingBeyond(record.start(ahead.asApplication()));
    }

    private static void assertNothingBeyond(Node node) {
        assertThat(node.proofs.newest()).map(SignedCheckpoint::size).contains((long) LOST);
        assertThat(node.exports.newest().orElseThrow().size()).isEqualTo(LOST);
        assertThat(node.witnessed(LOST - 1)).isTrue();
        assertThat(node.witnessed(LOST)).isFalse();
        assertThat(node.proofs.receipt(LOST)).isEmpty();
    }
}
