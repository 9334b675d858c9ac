package org.contractethics.record.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.record.internal.RecordFixtures.Sealed;
import org.contractethics.record.signing.Notes;
import org.contractethics.record.signing.SigningKey;
import org.contractethics.record.signing.TreeHashes;
import org.contractethics.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports as somebody could make them who holds every key: hashes, signatures and commitments are right. */
class ExportedCatalogueTests {

    private static final String ORIGIN = "tests.example/record";
    private static final SigningKey LOG = SigningKey.ofLog(ORIGIN, new byte[SigningKey.SECRET]);
    private static final String ADDED = "thing-done,1,/actor,yes,system\n";
    private static final String OF_PROGRAM = new String(Catalogue.bytesOfProgram(), StandardCharsets.UTF_8);

    private final Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    ExportedCatalogueTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void aCatalogue() throws IOException {
        write(Catalogue.FILE, Catalogue.bytesOfProgram());
    }

    @Test
    void what_the_application_writes_is_proven_and_said() throws IOException {
        export(vote(), told("b".repeat(64)));

        assertThat(verify()).isZero();
        assertThat(said()).contains("2 entries hold what the schema of their kind says", "catalogue of this program");
    }

    @Test
    void an_export_of_before_has_no_catalogue() throws IOException {
        export(vote());
        Files.delete(folder.resolve(Catalogue.FILE));

        assertThat(verify()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"reviewId\" | \"mood\":\"FINE\",\"reviewId\" | /facts/mood is unknown",
                ",\"round\":1 |  | /facts/round is missing",
                "\"round\":1 | \"round\":\"1\" | /facts/round is not integer",
                "\"round\":1 | \"round\":true | /facts/round is not integer",
                "\"kind\":\"vote-cast\" | \"kind\":\"vote-lost\" | kind that the catalogue does not know: vote-lost",
                "\"version\":1 | \"version\":2 | is of version 2 of vote-cast",
                "\"schema\":4 | \"schema\":3 | unknown field version",
            })
    void an_entry_that_does_not_fit_is_found_in_an_export_signed_with_every_key(
            String part, String instead, String found) throws IOException {
        Sealed whole = vote();
        String body = new String(whole.body(), StandardCharsets.UTF_8);
        String changed = body.replace(part, instead == null ? "" : instead);
        assertThat(changed).isNotEqualTo(body);
        export(new Sealed(changed.getBytes(StandardCharsets.UTF_8), whole.lines()));

        assertThat(verify()).isOne();
        assertThat(said()).contains("entry 0: ", found);
    }

    @Test
    void an_earlier_schema_behind_a_later_one_is_no_way_around_it() throws IOException {
        byte[] earlier = RecordFixtures.earlierBodyOf(
                RecordFixtures.anEvent("thing", Map.of("mood", "FINE")), 1, RecordFixtures.NOW);
        export(vote(), new Sealed(earlier, ""));

        assertThat(verify()).isOne();
        assertThat(said()).contains("entry 1: the body is of schema 3, and an entry in front of it is of schema 4");
    }

    @Test
    void a_catalogue_that_somebody_changed_is_not_believed() throws IOException {
        export(vote());
        write(Catalogue.FILE, (OF_PROGRAM + ADDED).getBytes(StandardCharsets.UTF_8));

        assertThat(verify()).isOne();
        assertThat(said()).contains("neither the catalogue whose hash the record holds nor that of this program");
    }

    @Test
    void a_catalogue_that_this_program_does_not_have_is_believed_where_the_record_tells_its_hash() throws IOException {
        byte[] newer = (OF_PROGRAM + ADDED).getBytes(StandardCharsets.UTF_8);
        export(vote(), told(Sha256.hex(newer)));
        write(Catalogue.FILE, newer);

        assertThat(verify()).isZero();
        assertThat(said()).contains("catalogue whose hash the record holds");
    }

    @Test
    void what_is_no_catalogue_is_refused() throws IOException {
        export(vote());
        write(Catalogue.FILE, "kind,version\n".getBytes(StandardCharsets.UTF_8));

        assertThat(verify()).isOne();
        assertThat(said()).contains("is no catalogue of entries: line 1");
    }

    private static Sealed vote() {
        return sealed(RecordFixtures.anEvent("vote-cast", Map.of()).whole(), 0);
    }

    /** As each start of the application tells its files. */
    private static Sealed told(String hash) {
        Map<String, Object> change = Map.of("setting", "file record/" + Catalogue.FILE, "new", hash);
        Map<String, Object> facts = Map.of("changes", List.of(change), "settings", 1);
        return sealed(new Happened("settings-changed", null, "system", RecordFixtures.NOW, facts).whole(), 1);
    }

    private static Sealed sealed(Happened event, long place) {
        return RecordFixtures.sealed(event, place, new Random(place));
    }

    private void export(Sealed... entries) throws IOException {
        ByteArrayOutputStream leaves = new ByteArrayOutputStream();
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        StringBuilder values = new StringBuilder();
        for (Sealed entry : entries) {
            leaves.writeBytes(Scans.leaf(entry.body()));
            bundle.write(entry.body().length >> 8);
            bundle.write(entry.body().length);
            bundle.writeBytes(entry.body());
            values.append(entry.lines());
        }
        TreeHashes tree =
                new TreeHashes((from, to) -> Arrays.copyOfRange(leaves.toByteArray(), (int) from * 32, (int) to * 32));
        String text = Notes.checkpoint(ORIGIN, entries.length, tree.root(entries.length));
        write("checkpoint", Notes.signed(text, List.of(LOG.sign(text))).getBytes(StandardCharsets.UTF_8));
        write("policy", ("log " + LOG.verifierKey() + "\nquorum none\n").getBytes(StandardCharsets.UTF_8));
        write("withheld", new byte[0]);
        write("tile/0/000.p/" + entries.length, leaves.toByteArray());
        write("tile/entries/000.p/" + entries.length, bundle.toByteArray());
        write("sealed/000.p/" + entries.length, values.toString().getBytes(StandardCharsets.UTF_8));
    }

    private int verify() {
        return VerifyCommand.run(List.of(folder.toString()), new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
