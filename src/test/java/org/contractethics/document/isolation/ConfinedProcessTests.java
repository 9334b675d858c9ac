package org.contractethics.document.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.isolation.ReadingPool.Workplace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reading process is kept from, tried from inside. */
class ConfinedProcessTests {

    private static final ReadingPool POOL = pool();

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    static void end() {
        POOL.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket", "channel", "url", "datagram"})
    void it_reaches_no_server_that_is_there(String way) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(said(way + " " + server.getLocalPort())).startsWith("refused");
        }
    }

    @Test
    void it_opens_no_port() throws Exception {
        assertThat(said("listen")).startsWith("refused");
    }

    @Test
    void it_asks_no_name_server() throws Exception {
        assertThat(said("name example.org")).startsWith("refused");
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_23, disabledReason = "needs a security manager")
    void it_reads_no_file_but_the_one_it_was_given() throws Exception {
        Path other = Files.writeString(folder.resolve("other"), "other");

        assertThat(said("read " + other)).startsWith("refused");
        assertThat(said("read /etc/passwd")).startsWith("refused");
        assertThat(said("read /proc/" + ProcessHandle.current().pid() + "/environ"))
                .startsWith("refused");
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_23, disabledReason = "needs a security manager")
    void it_writes_nowhere_but_in_its_folders() throws Exception {
        assertThat(said("write " + folder.resolve("written"))).startsWith("refused");
        assertThat(said("write here")).isEqualTo("done");
        assertThat(folder.resolve("written")).doesNotExist();
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_23, disabledReason = "needs a security manager")
    void it_starts_no_program_and_keeps_its_guard() throws Exception {
        assertThat(said("start /bin/true")).startsWith("refused");
        assertThat(said("unguard")).startsWith("refused");
    }

    @Test
    void what_another_application_left_behind_is_removed_and_nothing_else() throws Exception {
        Path orphan = Files.createDirectory(folder.resolve("contract-ethics-reading-999999999-x"));
        Files.writeString(orphan.resolve("file"), "contract");
        Path alive = Files.createDirectory(folder.resolve(
                "contract-ethics-reading-" + ProcessHandle.current().pid() + "-x"));
        Path foreign = Files.createDirectory(folder.resolve("contract-ethics-else"));

        ReadingFolders.removeLeftBehind(folder);

        assertThat(orphan).doesNotExist();
        assertThat(alive).exists();
        assertThat(foreign).exists();
    }

    private static ReadingPool pool() {
        try {
            return new ReadingPool(
                    new ReadingLimits("64m", Duration.ofSeconds(30), 1, 100, Duration.ofMinutes(1), null),
                    ScriptedProcess.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String said(String script) throws Exception {
        try (Workplace place = POOL.workplace("test")) {
            Files.writeString(place.file(), script);
            return ((Text) POOL.read(place, null, at -> {})).parts().get(0).text();
        }
    }
}
