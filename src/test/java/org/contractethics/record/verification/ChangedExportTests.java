package org.contractethics.record.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.contractethics.record.export.GoCheck.Said;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Sealed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports that somebody changed on purpose, on the way or with every key: each is refused, by this program and by the short one. */
class ChangedExportTests {

    private static final String ENTRIES = "tile/entries/000.p/4";
    private static final String VALUES = "sealed/000.p/4";

    private final Path folder;
    private final MadeExport export;
    private final Sealed erased = MadeExport.vote();

    ChangedExportTests(@TempDir Path folder) {
        this.folder = folder;
        this.export = new MadeExport(folder);
    }

    /** Of the vote in front, who cast it was erased. */
    @BeforeEach
    void anExport() throws IOException {
        export.write(Catalogue.FILE, Catalogue.bytesOfProgram());
        honest();
        assertThat(verify().text()).contains("is intact");
        assertThat(verify().code()).isZero();
    }

    /** What the program that is tried says. */
    Said verify(Path export, Path trusted) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = VerifyCommand.run(
                List.of(export.toString(), trusted.toString()), new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Said(code, said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void what_follows_the_last_entry_of_a_bundle() throws IOException {
        append(ENTRIES, new byte[] {0, 0});

        refused("something follows entry 3");
    }

    /** So a value that was erased could be put back: what hides an entry hides its erasures. */
    @Test
    void an_entry_that_is_here_and_named_as_withheld() throws IOException {
        export.write("withheld", ("0 " + leaf(0) + "\n").getBytes(StandardCharsets.UTF_8));
        export.write(
                VALUES, (erased.lines() + Files.readString(folder.resolve(VALUES))).getBytes(StandardCharsets.UTF_8));

        refused("entry 0 ");
    }

    @Test
    void a_value_that_was_erased_and_is_back() throws IOException {
        export.write(
                VALUES, (erased.lines() + Files.readString(folder.resolve(VALUES))).getBytes(StandardCharsets.UTF_8));

        refused("it is there or never was");
    }

    @Test
    void an_entry_that_is_named_as_withheld_beyond_the_end() throws IOException {
        export.write("withheld", ("4 " + leaf(0) + "\n").getBytes(StandardCharsets.UTF_8));

        refused("entry 4 is named as withheld");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "junk\n",
                "\n",
                "2\n",
                "2 x y /facts\n",
                "-1 AA== AA== /actor\n",
                "3 AA== AA== /actor",
                "2 AA==\n\n"
            })
    void lines_that_are_none(String line) throws IOException {
        append(VALUES, line.getBytes(StandardCharsets.UTF_8));
        refused("");
        honest();
        append("withheld", line.getBytes(StandardCharsets.UTF_8));

        refused("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/1/000",
                "tile/1/000.p/1",
                "tile/0/000",
                "tile/0/001.p/1",
                "tile/entries/000",
                "sealed/000",
                "sealed/001.p/1",
                "tile/note"
            })
    void a_file_that_is_none_of_the_record(String name) throws IOException {
        export.write(name, new byte[32]);

        refused(name + " is none of the files of this record");
    }

    @Test
    void a_checkpoint_under_the_name_of_another() throws IOException {
        export.write("checkpoints/3", Files.readAllBytes(folder.resolve("checkpoint")));

        refused("checkpoints/3 is another checkpoint");
    }

    /** A16 */
    @Test
    void a_second_decision_under_one_id() throws IOException {
        export.of(decision(0, "1"), MadeExport.told(Catalogue.bytesOfProgram()), decision(2, "2"));
        assertThat(verify().code()).isZero();
        export.of(decision(0, "1"), MadeExport.told(Catalogue.bytesOfProgram()), decision(2, "1"));

        refused("same decision");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"occurredAt\" | \"mood\":\"FINE\",\"occurredAt\" | unknown field mood",
                "\"texts\":{} | \"texts\":{},\"version\":1 | unknown field version",
                "\"persons\":{} | \"persons\":{\"/actor\":\"x\"} | commit",
                "\"persons\":{}, |  | commits to",
                "\"schema\":3 | \"schema\":1 | unknown field",
                "\"persons\" | \"padding\":\"00\",\"persons\" | padding",
                "\"kind\":\"thing\" | \"kind\": \"thing\" | not canonical JSON",
                "\"kind\":\"thing\" | \"kind\":\"\\u0074hing\" | not canonical JSON",
                "\"mood\":\"FINE\" | \"mood\":1.5 | not canonical JSON",
                "\"mood\":\"FINE\" | \"mood\":9007199254740992 | not canonical JSON",
                "\"mood\":\"FINE\" | \"mood\":null | not canonical JSON",
                "\"mood\":\"FINE\" | \"mood\":\"FINE\",\"a\":1 | not canonical JSON",
            })
    void an_entry_of_before_the_catalogue_that_has_not_its_form(String part, String instead, String found)
            throws IOException {
        Sealed earlier = new Sealed(
                RecordFixtures.earlierBodyOf(
                        RecordFixtures.anEvent("thing", Map.of("mood", "FINE", "texture", "\u00e9\n\u001f\"")),
                        0,
                        RecordFixtures.NOW),
                "");
        export.of(earlier, MadeExport.told(Catalogue.bytesOfProgram()));
        assertThat(verify().code()).isZero();

        export.of(
                MadeExport.changed(earlier, part, instead == null ? "" : instead),
                MadeExport.told(Catalogue.bytesOfProgram()));

        refused("entry 0", found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/actor", "4/actor", "3/actor", "junk", "0/actor\",\"0/actor"})
    void an_erasure_of_what_is_there_or_never_was(String place) throws IOException {
        export.of(
                new Sealed(erased.body(), ""),
                MadeExport.told(Catalogue.bytesOfProgram()),
                decision(2, "1"),
                MadeExport.changed(erasing(3), "0/actor", place));

        refused("");
    }

    private void refused(String... words) throws IOException {
        Said said = verify();
        assertThat(said.text()).contains(words).contains("does NOT prove").doesNotContain("is intact");
        assertThat(said.code()).isOne();
    }

    private Said verify() throws IOException {
        return verify(folder, export.policy());
    }

    private void honest() throws IOException {
        export.of(
                new Sealed(erased.body(), ""),
                MadeExport.told(Catalogue.bytesOfProgram()),
                decision(2, "1"),
                erasing(3));
    }

    private void append(String name, byte[] more) throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve(name));
        byte[] longer = Arrays.copyOf(before, before.length + more.length);
        System.arraycopy(more, 0, longer, before.length, more.length);
        export.write(name, longer);
    }

    private String leaf(int place) throws IOException {
        byte[] hashes = Files.readAllBytes(folder.resolve("tile/0/000.p/4"));
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(hashes, place * 32, place * 32 + 32));
    }

    private static Sealed decision(long place, String id) {
        Map<String, Object> facts = Map.of("decisionId", "00000000-0000-0000-0000-00000000000" + id);
        return MadeExport.sealed(
                RecordFixtures.anEvent("decision-recorded", facts).whole(), place);
    }

    private static Sealed erasing(long place) {
        Map<String, Object> facts = Map.of("fields", List.of("0/actor"));
        return MadeExport.sealed(RecordFixtures.anEvent("erased", facts).whole(), place);
    }
}
