package org.contractethics.record.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What somebody names to a program is read where it is a file with an end. */
class GivenFileTests {

    private final Path folder;

    GivenFileTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_file_is_read_up_to_its_bound() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {1, 2, 3});

        assertThat(GivenFile.read(file, 3)).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> GivenFile.read(file, 2)).hasMessage(file + " is longer than any such file");
    }

    @Test
    void a_link_to_a_file_is_read() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {1});

        assertThat(GivenFile.read(Files.createSymbolicLink(folder.resolve("link"), file), 3))
                .containsExactly(1);
    }

    @Test
    void what_is_not_there_or_a_folder_is_said() {
        assertThatThrownBy(() -> GivenFile.read(folder.resolve("none"), 3)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> GivenFile.read(folder, 3))
                .hasMessage(folder + " is a folder where a file is expected");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_device_is_not_read() {
        assertThatThrownBy(() -> GivenFile.read(Path.of("/dev/null"), 3))
                .hasMessage("/dev/null is a pipe or a device where a file is expected");
    }

    /** Opening a pipe to which nobody writes waits for ever, and no interruption ends it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void a_pipe_is_not_waited_for() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThatThrownBy(() -> GivenFile.read(pipe, 3))
                .hasMessage(pipe + " is a pipe or a device where a file is expected");
    }
}
