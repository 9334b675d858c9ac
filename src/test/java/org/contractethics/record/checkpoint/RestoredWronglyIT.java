package org.contractethics.record.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.contractethics.MigratedDatabase;
import org.contractethics.record.checkpoint.ProvableRecord.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A restore that goes wrong, by haste or on purpose: nothing is called witnessed that witnesses would not agree to. */
class RestoredWronglyIT {

    private static final int SEEN = 3;

    @TempDir
    private Path folder = Path.of("");

    /** Whether it has fewer, as many or more entries than the witness of this record has seen. */
    @ParameterizedTest
    @ValueSource(ints = {1, SEEN, 7})
    void a_backup_of_another_installation_is_not_continued(int entries) throws Exception {
        MigratedDatabase theirs = MigratedDatabase.fresh();
        try (ProvableRecord other = new ProvableRecord(folder("theirs"), false, "other.example/record")) {
            Node node = other.start(theirs.asApplication());
            node.decide(entries);
            node.round();
            assertThat(node.problem()).isEqualTo("null");
        }
        try (ProvableRecord record = new ProvableRecord(folder("ours"), false)) {
            Node ours = record.start(MigratedDatabase.fresh().asApplication());
            ours.decide(SEEN);
            ours.round();

            Node restored = record.start(theirs.asApplication());
            restored.round();
            restored.decide(1);
            restored.round();

            assertThat(restored.problem()).contains("The witness council remembers");
            assertThat(restored.checkpoints.all()).isEmpty();
            assertThat(restored.witnessed(0)).isFalse();
            assertThat(record.seenByWitness().size()).isEqualTo(SEEN);
        }
    }

    /** Whoever restores a backup while the witness is away, and works on until there are more entries than it has seen. */
    @Test
    void a_witness_that_was_away_meanwhile_is_still_believed() throws Exception {
        MigratedDatabase database = MigratedDatabase.fresh();
        try (ProvableRecord record = new ProvableRecord(folder("ours"), false)) {
            Node node = record.start(database.asApplication());
            node.decide(2);
            node.round();
            MigratedDatabase backup = database.copy();
            node.decide(SEEN);
            node.round();
            record.stopWitness();

            Node restored = record.start(backup.asApplication());
            restored.round();
            restored.decide(SEEN + 4);
            restored.round();
            assertThat(restored.checkpoints.all())
                    .extracting(StoredCheckpoint::size)
                    .containsExactly(2L);
            record.startWitness();
            restored.round();

            assertThat(restored.problem()).contains("The witness council remembers");
            assertThat(restored.witnessed(4)).isFalse();
            assertThat(record.seenByWitness().size()).isEqualTo(2 + SEEN);
        }
    }

    /** A second restore under the origin that the first one began. */
    @Test
    void a_new_origin_serves_for_one_restore_only() throws Exception {
        MigratedDatabase database = MigratedDatabase.fresh();
        try (ProvableRecord record = new ProvableRecord(folder("old"), false)) {
            Node node = record.start(database.asApplication());
            node.decide(2);
            node.round();
        }
        MigratedDatabase first = database.copy();
        MigratedDatabase again = database.copy();
        try (ProvableRecord anew = new ProvableRecord(folder("new"), true, "tests.example/record-2")) {
            Node node = anew.start(first.asApplication());
            node.decide(1);
            node.round();
            assertThat(node.problem()).isEqualTo("null");

            Node restored = anew.start(again.asApplication());
            restored.round();
            restored.decide(1);
            restored.round();

            assertThat(restored.problem()).isNotEqualTo("null");
            assertThat(restored.checkpoints.all()).isEmpty();
            assertThat(anew.seenByWitness().size()).isEqualTo(3);
        }
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }
}
