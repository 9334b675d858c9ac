package org.contractethics.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFolderTests {

    private final Path root;

    LocalFolderTests(@TempDir Path root) {
        this.root = root;
    }

    @BeforeEach
    void a_folder_with_state_of_every_server() throws IOException {
        // as in a checkout that everybody may enter; otherwise root keeps state outside of it
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        write(root.resolve("dist").resolve(KeycloakServer.PROGRAM).resolve("bin/kc.sh"));
        write(keycloakData());
        LocalFolder folder = LocalFolder.at(root);
        write(folder.state("postgresql").resolve("base"));
        write(folder.state("elasticsearch").resolve("nodes"));
        write(root.resolve("mail/contract_ethics/1.eml"));
    }

    @Test
    void state_is_there_again_at_the_next_start() throws IOException {
        LocalFolder next = LocalFolder.at(root);

        assertThat(next.state("postgresql").resolve("base")).exists();
        assertThat(next.state("elasticsearch").resolve("nodes")).exists();
        assertThat(keycloakData()).exists();
    }

    @Test
    void a_reset_forgets_all_state_but_keeps_the_unpacked_programs() throws IOException {
        LocalFolder folder = LocalFolder.at(root);

        folder.reset();

        assertThat(folder.state("postgresql")).isEmptyDirectory();
        assertThat(folder.state("elasticsearch")).isEmptyDirectory();
        assertThat(keycloakData()).doesNotExist();
        assertThat(root.resolve("mail")).doesNotExist();
        assertThat(folder.program(KeycloakServer.PROGRAM).resolve("bin/kc.sh")).exists();
    }

    @Test
    void a_reset_of_an_empty_folder_is_no_mistake() throws IOException {
        LocalFolder folder = LocalFolder.at(root);

        folder.reset();
        folder.reset();

        assertThat(folder.state("postgresql")).isEmptyDirectory();
    }

    @Test
    void a_missing_program_is_told_with_the_command_that_unpacks_it() throws IOException {
        LocalFolder folder = LocalFolder.at(root);

        assertThatThrownBy(() -> folder.program("nothing")).hasMessageContaining("mvn generate-test-resources");
    }

    private Path keycloakData() {
        return root.resolve("dist").resolve(KeycloakServer.PROGRAM).resolve("data/h2/keycloak.mv.db");
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "state");
    }
}
