package org.contractethics.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTests {

    private final Path folder;

    ServerProcessTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void ends_the_server_when_it_is_told_to_stop() throws IOException {
        Path pid = folder.resolve("pid");
        ServerProcess server = start("echo $$ > " + pid + "; exec sleep 600");
        server.awaitReady(Duration.ofSeconds(20), () -> hasText(pid));
        Optional<ProcessHandle> sleeping = ProcessHandle.of(pidIn(pid));

        server.stop();

        assertThat(sleeping.filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void ends_a_server_that_answers_the_stop_signal_by_starting_its_own_clean_up() throws IOException {
        Path cleaned = folder.resolve("cleaned");
        Path ready = folder.resolve("ready");
        ServerProcess server =
                start("trap 'touch " + cleaned + "; exit 0' TERM; touch " + ready + "; while :; do sleep 0.1; done");
        server.awaitReady(Duration.ofSeconds(20), () -> Files.exists(ready));

        server.stop();

        assertThat(cleaned).exists();
    }

    @Test
    void names_the_log_of_a_server_that_ends_while_starting() {
        ServerProcess server = start("echo port taken; exit 3");

        assertThatThrownBy(() -> server.awaitReady(Duration.ofMinutes(5), () -> false))
                .hasMessageContaining("ended with code 3")
                .hasMessageContaining(log() + " and ends: port taken");
        assertThat(log()).hasContent("port taken");
    }

    @Test
    void gives_up_on_a_server_that_never_answers() {
        ServerProcess server = start("exec sleep 600");

        assertThatThrownBy(() -> server.awaitReady(Duration.ofMillis(300), () -> false))
                .hasMessageContaining("did not answer");

        server.stop();
    }

    private ServerProcess start(String script) {
        return ServerProcess.start("trial", log(), "TERM", Map.of(), List.of("sh", "-c", script));
    }

    private Path log() {
        return folder.resolve("trial.log");
    }

    private static boolean hasText(Path file) {
        try {
            return Files.exists(file) && Files.readString(file).endsWith("\n");
        } catch (IOException e) {
            return false;
        }
    }

    private static long pidIn(Path file) throws IOException {
        return Long.parseLong(Files.readString(file).strip());
    }
}
