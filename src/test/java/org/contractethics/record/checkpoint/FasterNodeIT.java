package org.contractethics.record.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.contractethics.MigratedDatabase;
import org.contractethics.record.checkpoint.ProvableRecord.Node;
import org.contractethics.record.proof.Policy.Witness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One node asks a witness while another moves it on: between question and answer there is no lock. */
class FasterNodeIT {

    private final MigratedDatabase database = MigratedDatabase.fresh();
    private final Queue<Runnable> beforeAnswers = new ArrayDeque<>();
    private final ProvableRecord record;
    private final Node faster;
    private final Node slower;

    FasterNodeIT(@TempDir Path folder) throws IOException {
        record = new ProvableRecord(folder, true);
        faster = record.start(database.asApplication());
        slower = record.start(database.asApplication(), new Overtaken());
        faster.decide(2);
        faster.round();
    }

    @AfterEach
    void close() {
        record.close();
    }

    @Test
    void a_witness_that_has_seen_what_another_node_signed_meanwhile_contradicts_nobody() {
        slower.round();
        slower.decide(1);
        beforeAnswers.add(this::signAndShowMore);
        slower.round();

        assertNothingIsContradicted();
    }

    @Test
    void a_node_that_starts_while_another_signs_finds_no_contradiction() {
        beforeAnswers.add(this::signAndShowMore);
        slower.round();

        assertNothingIsContradicted();
    }

    @Test
    void a_witness_is_asked_again_as_long_as_it_answers_with_a_new_size() {
        slower.round();
        List<StoredCheckpoint> unseen = List.of(signed(), signed());
        slower.decide(1);
        unseen.forEach(checkpoint -> beforeAnswers.add(() -> faster.witnesses.show(checkpoint)));
        slower.round();

        assertThat(slower.checkpoints.lastCosigned("council")).isEqualTo(5);
        assertNothingIsContradicted();
    }

    @Test
    void a_size_that_no_node_has_signed_is_believed() {
        slower.round();
        MigratedDatabase backup = database.copy();
        signAndShowMore();
        Node restored = record.start(backup.asApplication());
        restored.witnesses.greet(restored.checkpoints.last());

        assertThat(restored.checkpoints.contradiction().orElseThrow())
                .contains("remembers 3 entries where the record had 2");
    }

    private void signAndShowMore() {
        faster.decide(1);
        faster.round();
    }

    private StoredCheckpoint signed() {
        faster.decide(1);
        return faster.signer.sign().orElseThrow();
    }

    private void assertNothingIsContradicted() {
        assertThat(beforeAnswers).isEmpty();
        assertThat(slower.problem()).isEqualTo("null");
        slower.decide(1);
        slower.round();
        long size = slower.checkpoints.last().orElseThrow().size();
        assertThat(slower.witnessed(size - 1)).isTrue();
        assertThat(slower.checkpoints.contradiction()).isEmpty();
    }

    /** Lets the other node act when the question is already on its way. */
    private final class Overtaken extends WitnessClient {

        @Override
        Answer add(Witness witness, String request) throws IOException {
            Runnable meanwhile = beforeAnswers.poll();
            if (meanwhile != null) {
                meanwhile.run();
            }
            return super.add(witness, request);
        }
    }
}
