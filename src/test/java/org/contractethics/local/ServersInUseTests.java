package org.contractethics.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class ServersInUseTests {

    private final Deque<Boolean> answers = new ArrayDeque<>();

    @Test
    void servers_are_gone_after_several_rounds_without_an_answer() {
        answers.addAll(Collections.nCopies(ServersInUse.SILENT_ROUNDS + 3, false));

        ServersInUse.awaitGone(answers::remove, Duration.ZERO);

        assertThat(answers).hasSize(3);
    }

    @Test
    void an_answer_in_between_shows_that_they_are_only_busy() {
        answers.addAll(Collections.nCopies(ServersInUse.SILENT_ROUNDS - 1, false));
        answers.add(true);
        answers.addAll(Collections.nCopies(ServersInUse.SILENT_ROUNDS, false));

        ServersInUse.awaitGone(answers::remove, Duration.ZERO);

        assertThat(answers).isEmpty();
    }
}
