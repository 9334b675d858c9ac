package org.contractethics.record.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.contractethics.MigratedDatabase;
import org.contractethics.record.checkpoint.ProvableRecord.Node;
import org.contractethics.record.proof.Policy.Witness;
import org.contractethics.record.signing.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R24: what two witnesses have seen stays recorded while one of them is silent. */
class SilentWitnessIT {

    private static final SigningKey SECOND = SigningKey.ofWitness("second.example/w2", key(2));

    private final MigratedDatabase database = MigratedDatabase.fresh();
    private final ProvableRecord record;
    private final Path folder;

    SilentWitnessIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        record = new ProvableRecord(folder, true);
    }

    @AfterEach
    void close() {
        record.close();
    }

    @Test
    void the_last_checkpoint_that_enough_had_cosigned_counts_however_many_follow_that_have_too_few()
            throws IOException {
        askBoth();
        Node node = record.start(database.asApplication());
        node.decide(1);
        node.round();
        assertThat(node.witnessed(0)).as("one of two is not enough").isFalse();
        secondCosigns(node);
        assertThat(node.witnessed(0)).isTrue();

        for (int i = 0; i < 12; i++) {
            node.decide(1);
            node.round();
        }

        assertThat(node.witnessed(0)).isTrue();
        assertThat(node.witnessed(1)).isFalse();
        Node restarted = record.start(database.asApplication());
        assertThat(restarted.witnessed(0)).isTrue();
        secondCosigns(node);
        assertThat(node.witnessed(12)).isTrue();
        assertThat(restarted.witnessed(12)).isTrue();
    }

    @Test
    void of_two_lines_under_the_name_of_a_witness_the_one_of_its_key_is_kept() {
        SigningKey other = SigningKey.ofWitness("council.example/w1", key(7));
        Node node = record.start(database.asApplication(), new WitnessClient() {
            @Override
            Answer add(Witness witness, String request) throws IOException {
                Answer answer = super.add(witness, request);
                String line = other.cosign("Any text\n", 7);
                return answer.status() == 200 ? new Answer(200, line + answer.body()) : answer;
            }
        });
        node.decide(1);

        node.round();

        assertThat(node.witnessed(0)).isTrue();
    }

    private void askBoth() throws IOException {
        Path policy = folder.resolve("policy");
        Files.writeString(
                policy,
                Files.readString(policy)
                        .replace(
                                "quorum council\n",
                                "witness second " + SECOND.verifierKey() + "\ngroup both all council second\nquorum"
                                        + " both\n"));
    }

    private static void secondCosigns(Node node) {
        StoredCheckpoint last = node.checkpoints.last().orElseThrow();
        String text = last.note().substring(0, last.note().lastIndexOf("\n\n") + 1);
        Instant now = Instant.now();
        node.checkpoints.cosign(last.size(), "second", SECOND.cosign(text, now.getEpochSecond()), now);
    }

    private static byte[] key(int number) {
        byte[] key = new byte[SigningKey.SECRET];
        key[0] = (byte) number;
        return key;
    }
}
