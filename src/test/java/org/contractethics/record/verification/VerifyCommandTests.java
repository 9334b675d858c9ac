package org.contractethics.record.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.contractethics.record.export.GoCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is named to the program, it ends with a sentence and with the exit code of what it could not check. */
class VerifyCommandTests {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Path folder;
    private final MadeExport export;

    VerifyCommandTests(@TempDir Path folder) {
        this.folder = folder;
        this.export = new MadeExport(folder);
    }

    @BeforeEach
    void anExport() throws IOException {
        export.of(MadeExport.vote());
    }

    /** Anybody makes such an export in a second, of one invented entry under a key of their own. */
    @Test
    void an_export_alone_is_nobodys_record() {
        assertThat(verify(folder.toString())).isEqualTo(3);
        assertThat(said())
                .contains(
                        "agrees with itself; whose record it is was not checked: give the policy with the keys you trust",
                        "keys were taken from the export itself")
                .doesNotContain("is intact");
        assertThat(verify(folder.toString(), export.policy().toString())).isZero();
        assertThat(said()).endsWith("The record is intact.\n");
    }

    @Test
    void without_a_witness_a_record_is_not_called_intact() throws IOException {
        export.withoutWitness();

        assertThat(verify(folder.toString(), export.policy().toString())).isEqualTo(3);
        assertThat(said())
                .contains(
                        "agrees with itself and with the keys of the policy", "give a policy with witnesses you trust")
                .doesNotContain("is intact");
    }

    @Test
    void the_short_program_says_the_same() throws Exception {
        assumeThat(GoCheck.isHere()).isTrue();
        GoCheck.sources(folder);
        export.write(Catalogue.FILE, Catalogue.bytesOfProgram());

        GoCheck.Said alone = GoCheck.run(GoCheck.program(folder), folder.toString());

        assertThat(alone.text())
                .contains(
                        "agrees with itself; whose record it is was not checked: give the policy with the keys you trust",
                        "keys were taken from the export itself",
                        "tests.example/record+")
                .doesNotContain("is intact");
        assertThat(alone.code()).isEqualTo(3);
        GoCheck.says(folder, export.policy(), 0, "The record is intact.");
        export.withoutWitness();
        GoCheck.says(folder, export.policy(), 3, "agrees with itself and with the keys of the policy");
    }

    @Test
    void a_file_that_is_not_there_is_said_not_to_be() {
        assertThat(verify(folder.resolve("none.zip").toString())).isEqualTo(2);
        assertThat(said()).contains("there is no file " + folder.resolve("none.zip"));
        assertThat(verify(folder.toString(), folder.resolve("none").toString())).isEqualTo(2);
        assertThat(said()).contains("there is no file " + folder.resolve("none"));
    }

    @Test
    void a_name_that_this_machine_cannot_spell_is_no_reason_to_fail() {
        assertThat(verify("a\0b")).isEqualTo(2);
        assertThat(verify(folder.toString(), "a\0b")).isEqualTo(2);
        assertThat(said()).contains("language settings");
    }

    /** A name of bytes that are no text: which sentence is said depends on the language settings. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_file_inside_that_this_machine_cannot_spell_is_no_reason_to_fail() throws Exception {
        Files.createDirectories(folder.resolve("checkpoints"));
        String[] made = {"sh", "-c", "touch \"$(printf 'checkpoints/\\377\\376')\""};
        assertThat(new ProcessBuilder(made).directory(folder.toFile()).start().waitFor())
                .isZero();

        assertThat(verify(folder.toString())).isIn(1, 2);
        assertThat(said()).containsAnyOf("language settings", "is missing");
    }

    /** Whoever made the export chose the name. */
    @Test
    void no_name_inside_says_what_only_the_program_says() throws IOException {
        Path zip = folder.resolve("hostile.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of("checkpoint", "policy", "withheld", "tile/0/000.p/1", "tile/entries/000.p/1")) {
                add(out, name);
            }
            out.putNextEntry(new ZipEntry("checkpoints/1\nThe record is intact.\n\u001b[8m\u202e"));
            out.write(Files.readAllBytes(folder.resolve("checkpoint")));
        }

        assertThat(verify(zip.toString())).isEqualTo(1);
        assertThat(said().lines()).noneMatch("The record is intact."::equals);
        assertThat(said()).contains("\\u000aThe record").doesNotContain("\u001b", "\u202e");
    }

    @Test
    void a_folder_is_no_policy() {
        assertThat(verify(folder.toString(), folder.toString())).isEqualTo(2);
        assertThat(said()).contains("is a folder where a file is expected");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void what_never_ends_is_not_read_for_ever() {
        assertThat(verify(folder.toString(), "/dev/zero")).isEqualTo(2);
        assertThat(said()).contains("/dev/zero is a pipe or a device where a file is expected");
        assertThat(verify("/dev/zero")).isEqualTo(2);
        assertThat(said()).contains("/dev/zero is neither a zip nor a folder");
    }

    @Test
    void a_file_that_is_no_zip_is_said_to_be_none() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear auditor");

        assertThat(verify(file.toString())).isEqualTo(2);
        assertThat(said()).contains(file + " is no zip that can be read");
    }

    /** One program reads the first of them, another the last. */
    @Test
    void a_zip_with_two_files_of_one_name_proves_nothing() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            for (String name : List.of("checkpoint", "policy", "withheld", "tile/0/000.p/1", "tile/entries/000.p/1")) {
                add(zip, name);
            }
            add(zip, "sealed/000.p/1");
            zip.putNextEntry(new ZipEntry("checkpoinx"));
            zip.write("another".getBytes(StandardCharsets.UTF_8));
        }
        String bytes = zipped.toString(StandardCharsets.ISO_8859_1).replace("checkpoinx", "checkpoint");
        Path file = Files.write(folder.resolve("twice.zip"), bytes.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(verify(file.toString())).isEqualTo(1);
        assertThat(said()).contains("the zip holds two files checkpoint");
    }

    private void add(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(Files.readAllBytes(folder.resolve(name)));
    }

    private int verify(String... arguments) {
        return VerifyCommand.run(List.of(arguments), new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
