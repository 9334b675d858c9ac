package org.contractethics.concern.web.speak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.TableOwner;
import org.contractethics.local.LocalServices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Bad input 23 on a disk that really is full: what concerns say lies on a file system of 8 MB. It needs the right to mount one, so it is not
 * part of the build.
 */
@IntegrationTest
class FullTablespaceBenchmark {

    private static final Path DISK = Path.of("/tmp/contract-ethics-full-disk");
    private static final Path BALLAST = DISK.resolve("ballast");
    private static final String TEXT = "They plan it for Monday. ".repeat(100);
    private static final int MOST = 300;

    private final JdbcClient jdbc;

    FullTablespaceBenchmark(@Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeEach
    void the_words_of_concerns_lie_on_a_small_disk() throws Exception {
        Files.createDirectories(DISK);
        run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", DISK.toString());
        Path data = DISK.resolve("data");
        Files.createDirectory(data);
        try (Connection server =
                        LocalServices.forPurpose(LocalServices.Purpose.TEST).asSuperuser();
                Statement statement = server.createStatement()) {
            Files.setOwner(data, Files.getOwner(dataFolder(statement)));
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
            run("chmod", "755", DISK.toString());
            statement.execute("create tablespace small location '" + data + "'");
            statement.execute("grant create on tablespace small to public");
        }
        TableOwner.executes("alter table concern.filed_words set tablespace small");
    }

    private static Path dataFolder(Statement statement) throws SQLException {
        try (var found = statement.executeQuery("show data_directory")) {
            found.next();
            return Path.of(found.getString(1));
        }
    }

    @AfterEach
    void they_lie_where_they_were() throws Exception {
        Files.deleteIfExists(BALLAST);
        TableOwner.executes("alter table concern.filed_words set tablespace pg_default");
        try (Connection server =
                        LocalServices.forPurpose(LocalServices.Purpose.TEST).asSuperuser();
                Statement statement = server.createStatement()) {
            statement.execute("drop tablespace small");
        }
        run("umount", DISK.toString());
    }

    @Test
    void filings_are_refused_in_words_while_the_disk_is_full_and_taken_in_once_there_is_room() throws Exception {
        Stranger stranger = new Stranger();
        fill();
        Map<String, String> typed = Map.of("topic", "END_USE", "text", TEXT);
        HttpResponse<String> sent = send(stranger, typed);
        int before = 0;
        while (sent.statusCode() == 200 && before < MOST) {
            before++;
            stranger = new Stranger();
            sent = send(stranger, typed);
        }

        assertThat(sent.statusCode()).isEqualTo(503);
        assertThat(sent.body()).contains("They plan it for Monday.", "What you typed still stands here");
        assertThat(halves())
                .as("concerns without words, or with words and no concern")
                .isEmpty();
        Files.delete(BALLAST);
        HttpResponse<String> check = stranger.post("/speak/en/check", Stranger.hidden(sent), typed);
        assertThat(stranger.post("/speak/en/send", Stranger.hidden(check), Map.of())
                        .statusCode())
                .isEqualTo(200);
        assertThat(halves()).isEmpty();
        System.out.printf("full after %d filings; refused with 503, taken in once there was room%n", before);
    }

    private static HttpResponse<String> send(Stranger stranger, Map<String, String> typed) {
        HttpResponse<String> check = stranger.fill("/speak/en/file", "/speak/en/check", typed);
        return stranger.post("/speak/en/send", Stranger.hidden(check), Map.of());
    }

    private static void fill() throws IOException {
        try (var out = Files.newOutputStream(BALLAST)) {
            byte[] page = new byte[8192];
            while (true) {
                out.write(page);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private List<String> halves() {
        return jdbc.sql(
                        """
                select coalesce(c.id, w.concern)::text from concern.concern c
                full join concern.filed_words w on w.concern = c.id
                where c.id is null or w.concern is null""")
                .query(String.class)
                .list();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                .as(String.join(" ", command))
                .isZero();
    }
}
