package org.contractethics.document.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.contractethics.shared.CleanCopies.Cleaned;
import org.contractethics.shared.CleanCopies.Found;
import org.contractethics.shared.CleanCopies.Outcome;
import org.contractethics.shared.CleanCopies.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleaningRoomTests {

    private static final ReadingLimits LIMITS =
            new ReadingLimits("256m", Duration.ofSeconds(60), 2, 1, Duration.ofMinutes(1), null);

    @Test
    void a_real_process_rebuilds_a_file_and_gives_up_another() throws Exception {
        try (CleaningRoom room = new CleaningRoom(LIMITS)) {
            Cleaned text = room.clean("What I saw".getBytes(StandardCharsets.UTF_8));
            Cleaned broken = room.clean("%PDF-1.7".getBytes(StandardCharsets.UTF_8));

            assertThat(new String(text.copy(), StandardCharsets.UTF_8)).isEqualTo("What I saw\n");
            assertThat(broken.outcome()).isEqualTo(Outcome.GIVEN_UP);
        }
    }

    @Test
    void a_process_that_talks_nonsense_costs_the_file_its_copy() throws Exception {
        try (CleaningRoom room = new CleaningRoom(LIMITS, Nonsense.class)) {
            assertThat(room.clean(new byte[] {1}).outcome()).isEqualTo(Outcome.GIVEN_UP);
        }
    }

    /** Stands in for a process that a file has taken over. */
    public static final class Nonsense {

        private Nonsense() {}

        public static void main(String[] arguments) {
            System.out.println("a copy that is none");
        }
    }

    @Test
    void what_a_process_says_comes_back_as_it_was_said() throws IOException {
        Cleaned said = new Cleaned(
                Outcome.COPIED,
                "txt",
                "words".getBytes(StandardCharsets.UTF_8),
                List.of(new Found(Trace.AUTHOR, "Jo")));
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        CleanedFrames.write(pipe, said);

        assertThat(CleanedFrames.read(new ByteArrayInputStream(pipe.toByteArray())))
                .usingRecursiveComparison()
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"COPIED,exe,words", "COPIED,pdf,words", "COPIED,txt,''", "LOCKED,'',words", "SOMETHING,txt,words"})
    void a_copy_that_cannot_be_is_none(String outcome, String extension, String copy) throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(pipe);
        data.writeUTF(outcome);
        data.writeUTF(extension);
        data.writeInt(0);
        data.writeInt(copy.length());
        data.writeBytes(copy);

        assertThatThrownBy(() -> CleanedFrames.read(new ByteArrayInputStream(pipe.toByteArray())))
                .isInstanceOf(IOException.class);
    }
}
