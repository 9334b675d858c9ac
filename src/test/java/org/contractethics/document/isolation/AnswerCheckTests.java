package org.contractethics.document.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.contractethics.document.extraction.Reading;
import org.contractethics.document.isolation.Message.Answer;
import org.contractethics.document.isolation.Message.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as they come out of the pipe; {@link ReadingPoolTests} shows what becomes of the process that gave one. */
class AnswerCheckTests {

    @TempDir
    private Path scratch = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "say-nothing",
                "nul",
                "long 13000001",
                "wrong-offsets",
                "confident",
                "embed /etc/passwd",
                "embed ../../etc/passwd",
                "embed-link /etc/passwd"
            })
    void an_answer_that_no_reading_can_be_is_refused(String script) {
        assertThatThrownBy(() -> received(script)).isInstanceOf(ImpossibleAnswerException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"print x", "say-a-gap x", "embed-only x", "embed-inside", "long 13000000"})
    void an_answer_that_a_reading_can_be_is_taken(String script) throws Exception {
        assertThat(received(script).text()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000_000_000, Frames.LONGEST_ANSWER + 1, -1, 0, 1})
    void a_frame_that_claims_a_length_no_answer_has_is_refused_unread(int length) {
        byte[] frame = ByteBuffer.allocate(100).putInt(length).array();
        ByteArrayInputStream in = new ByteArrayInputStream(frame);

        assertThatThrownBy(() -> Frames.read(in, Answer.class, Frames.LONGEST_ANSWER))
                .isInstanceOf(ImpossibleAnswerException.class);
        assertThat(in.available()).isEqualTo(frame.length - 4);
    }

    @Test
    void a_frame_that_ends_before_its_end_is_the_end_of_a_process_and_no_answer() {
        byte[] frame = ByteBuffer.allocate(8).putInt(100).array();

        assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(frame), Answer.class, Frames.LONGEST_ANSWER))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(ImpossibleAnswerException.class);
    }

    private Answer received(String script) throws IOException {
        Path file = Files.writeString(scratch.resolveSibling(scratch.getFileName() + "-script"), script);
        Reading said = ScriptedProcess.read(new Order(file, scratch, null, Duration.ofSeconds(1), null), at -> {});
        Files.delete(file);
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        Frames.write(pipe, Answer.of(said));
        Answer answer = Frames.read(new ByteArrayInputStream(pipe.toByteArray()), Answer.class, Frames.LONGEST_ANSWER)
                .orElseThrow();
        new AnswerCheck(scratch).check(answer);
        return answer;
    }
}
