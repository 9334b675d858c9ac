package org.contractethics.record.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.contractethics.record.signing.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A witness that is set up wrongly does not start, and says why. */
class WitnessCommandTests {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Path folder;

    WitnessCommandTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a+b", "a\u00a0b", "a\u2028b", "a\tb"})
    void a_name_that_no_signature_can_hold_gets_no_key_and_no_witness(String name) throws IOException {
        Path key = folder.resolve("key");

        assertThat(run("--new-key", name, key.toString())).isEqualTo(2);
        assertThat(said()).contains("without spaces and plus signs");
        assertThat(key).doesNotExist();
        Path file = Files.writeString(folder.resolve("w"), "name=" + name + ".\nlisten=127.0.0.1:0\nkey-file=key\n");
        assertThat(run("--config", file.toString())).isEqualTo(2);
    }

    @Test
    void a_key_is_never_written_over_another() {
        String key = folder.resolve("key").toString();
        assertThat(run("--new-key", "w", key)).isZero();

        assertThat(run("--new-key", "w", key)).isEqualTo(2);
        assertThat(said()).contains("there is a file " + key + " already");
    }

    @Test
    void files_that_cannot_be_read_are_named() throws IOException {
        Path none = folder.resolve("none");
        assertThat(run("--config", none.toString())).isEqualTo(2);
        assertThat(said()).contains("there is no file " + none);

        Path escaped = Files.writeString(folder.resolve("escaped"), "name=\\uZZZZ\n");
        assertThat(run("--config", escaped.toString())).isEqualTo(2);
        assertThat(said()).contains(escaped + " cannot be read");

        Path latin = Files.write(folder.resolve("latin"), new byte[] {'a', '=', (byte) 0xff, '\n'});
        assertThat(run("--config", latin.toString())).isEqualTo(2);
        assertThat(said()).contains("no text in UTF-8");
    }

    /** Each would look before the other has kept: two checkpoints of one size would both be cosigned. */
    @Test
    void two_that_run_never_share_a_memory() throws IOException {
        run("--new-key", "w", folder.resolve("key").toString());
        String log = SigningKey.ofLog("log.example/record", new byte[SigningKey.SECRET])
                .verifierKey();
        Path file = Files.writeString(
                folder.resolve("w"), "name=w\nlisten=127.0.0.1:0\nkey-file=key\nstate=state\nlog=" + log + "\n");

        try (WitnessServer first = WitnessServer.start(file, Clock.systemUTC())) {
            assertThat(first.port()).isPositive();
            assertThat(run("--config", file.toString())).isEqualTo(2);
            assertThat(said()).contains("another witness that runs has its memory in");
        }
        WitnessServer.start(file, Clock.systemUTC()).close();
    }

    @Test
    void settings_have_a_bound() throws IOException {
        Path longest = Files.writeString(folder.resolve("longest"), "#" + "x".repeat(64 * 1024 - 1));
        assertThat(run("--config", longest.toString())).isEqualTo(2);
        assertThat(said()).contains("does not say name");

        Path longer = Files.writeString(folder.resolve("longer"), "#" + "x".repeat(64 * 1024));
        assertThat(run("--config", longer.toString())).isEqualTo(2);
        assertThat(said()).contains(longer + " is longer than any such file");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void what_never_ends_is_not_read_for_ever() {
        assertThat(run("--config", "/dev/zero")).isEqualTo(2);
        assertThat(said()).contains("/dev/zero is a pipe or a device where a file is expected");
    }

    private int run(String... arguments) {
        return WitnessCommand.run(List.of(arguments), new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
