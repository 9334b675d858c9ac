package org.contractethics.record.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.contractethics.record.internal.RecordSettings;
import org.contractethics.record.signing.Notes;
import org.contractethics.record.signing.SigningKey;
import org.contractethics.shared.FullDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The memory outside the database, when a disk is full or a machine stops in the middle of a line. */
class CheckpointFileTests {

    private static final String ORIGIN = "tests.example/record";
    private static final String SECRET = Base64.getEncoder().encodeToString(new byte[SigningKey.SECRET]);
    private static final SigningKey KEY = SigningKey.ofLog(ORIGIN, new byte[SigningKey.SECRET]);
    private static final int SIGNATURE = 40;

    private final Path path;
    private final CheckpointFile file;

    CheckpointFileTests(@TempDir Path folder) {
        path = folder.resolve("checkpoints");
        file = new CheckpointFile(settings());
    }

    @Test
    void the_note_that_was_added_last_is_found() {
        assertThat(file.last()).isEmpty();
        file.add(checkpoint(3));
        file.add(checkpoint(5));

        assertThat(file.last()).hasValue(checkpoint(5).note());
    }

    @Test
    void a_note_that_could_not_be_written_whole_leaves_nothing_behind() throws IOException {
        file.add(checkpoint(3));
        String before = Files.readString(path);

        assertThatThrownBy(() -> new CheckpointFile(settings(), new FullDisk()).add(checkpoint(5)))
                .hasMessageContaining("could not be added");

        assertThat(Files.readString(path)).isEqualTo(before);
    }

    @Test
    void a_half_written_note_counts_for_nothing_and_the_next_begins_on_a_line_of_its_own() throws IOException {
        file.add(checkpoint(3));
        String note = "# " + Instant.EPOCH + "\n" + checkpoint(5).note();
        append(note.substring(0, note.length() - SIGNATURE));

        assertThat(file.last()).hasValue(checkpoint(3).note());

        file.add(checkpoint(7));
        assertThat(file.last()).hasValue(checkpoint(7).note());
        append("# " + Instant.EPOCH + "\n" + ORIGIN);
        assertThat(file.last()).hasValue(checkpoint(7).note());
    }

    @Test
    void the_last_whole_note_is_found_behind_any_number_of_others() throws IOException {
        file.add(checkpoint(3));
        append(("# " + Instant.EPOCH + "\n" + ORIGIN + "\n").repeat(1_000));

        assertThat(file.last()).hasValue(checkpoint(3).note());
    }

    private void append(String text) throws IOException {
        Files.writeString(path, text, StandardOpenOption.APPEND);
    }

    private RecordSettings settings() {
        return new RecordSettings(ORIGIN, SECRET, SECRET, null, path, Duration.ZERO, 0);
    }

    private static StoredCheckpoint checkpoint(long size) {
        byte[] root = new byte[32];
        String text = Notes.checkpoint(ORIGIN, size, root);
        return new StoredCheckpoint(ORIGIN, size, root, Notes.signed(text, List.of(KEY.sign(text))), Instant.EPOCH);
    }
}
