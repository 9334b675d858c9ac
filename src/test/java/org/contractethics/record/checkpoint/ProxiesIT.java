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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that no witness gave: of a proxy that is broken, or of somebody on the way who wants signing to stop. */
class ProxiesIT {

    private final MigratedDatabase database = MigratedDatabase.fresh();
    private final Queue<WitnessClient.Answer> answers = new ArrayDeque<>();
    private final ProvableRecord record;
    private final Node node;

    ProxiesIT(@TempDir Path folder) throws IOException {
        record = new ProvableRecord(folder, false);
        node = record.start(database.asApplication(), new BehindProxy());
    }

    @BeforeEach
    void greet() {
        node.decide(1);
        node.round();
        assertThat(node.witnessed(0)).isTrue();
    }

    @AfterEach
    void close() {
        record.close();
    }

    @Test
    void a_conflict_without_a_size_is_an_ordinary_failure() {
        answer(409, "<html>conflict</html>");

        assertSignedAndSeenInTheNextRound();
    }

    @Test
    void a_size_that_changes_to_and_fro_is_an_ordinary_failure() {
        answers.addAll(List.of(conflict(0), conflict(1)));

        assertSignedAndSeenInTheNextRound();
    }

    @Test
    void a_single_refusal_of_the_proof_is_asked_again() {
        answer(422, "unprocessable");
        node.decide(1);
        node.round();

        assertThat(node.problem()).isEqualTo("null");
        assertThat(node.witnessed(1)).isTrue();
    }

    @Test
    void a_repeated_refusal_of_the_proof_is_kept_with_what_was_answered() {
        answers.addAll(List.of(new WitnessClient.Answer(422, "first"), new WitnessClient.Answer(422, "second look")));
        node.decide(1);
        node.round();

        assertThat(node.problem()).contains("remembers other entries");
        assertThat(node.jdbc
                        .sql("select evidence from record.contradiction")
                        .query(String.class)
                        .single())
                .startsWith(ProvableRecord.ORIGIN + "\n2\n")
                .endsWith("\n422\nsecond look");
    }

    @Test
    void an_answer_of_somebody_else_is_no_greeting() {
        Node started = record.start(database.asApplication(), new BehindProxy());
        answer(200, "\u2014 council.example/w1 AAAA\n");
        started.decide(1);
        started.round();

        assertThat(started.problem()).contains("until enough witnesses have said");
        assertThat(started.checkpoints.last().orElseThrow().size()).isEqualTo(1);
    }

    private void answer(int status, String body) {
        answers.add(new WitnessClient.Answer(status, body));
    }

    private static WitnessClient.Answer conflict(long size) {
        return new WitnessClient.Answer(409, size + "\n");
    }

    private void assertSignedAndSeenInTheNextRound() {
        node.decide(1);
        node.round();
        assertThat(answers).isEmpty();
        assertThat(node.problem()).isEqualTo("null");
        assertThat(node.witnessed(1)).isFalse();
        node.round();
        assertThat(node.witnessed(1)).isTrue();
    }

    private final class BehindProxy extends WitnessClient {

        @Override
        Answer add(Witness witness, String request) throws IOException {
            Answer answer = answers.poll();
            return answer == null ? super.add(witness, request) : answer;
        }
    }
}
