package org.contractethics.record.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Sealed;
import org.contractethics.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports as somebody could make them who holds every key: hashes, signatures and commitments are right. */
class ExportedCatalogueTests {

    private static final String ADDED = "thing-done,1,/actor,yes,system\n";
    private static final String OF_PROGRAM = new String(Catalogue.bytesOfProgram(), StandardCharsets.UTF_8);

    private final Path folder;
    private final MadeExport export;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    ExportedCatalogueTests(@TempDir Path folder) {
        this.folder = folder;
        this.export = new MadeExport(folder);
    }

    @BeforeEach
    void aCatalogue() throws IOException {
        export.write(Catalogue.FILE, Catalogue.bytesOfProgram());
    }

    @Test
    void what_the_application_writes_is_proven_and_said() throws IOException {
        export.of(MadeExport.vote(), MadeExport.told("b".repeat(64)));

        assertThat(verify()).isZero();
        assertThat(said()).contains("2 entries hold what the schema of their kind says", "catalogue of this program");
    }

    @Test
    void an_export_of_before_has_no_catalogue() throws IOException {
        export.of(MadeExport.vote());
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
        export.of(MadeExport.changed(MadeExport.vote(), part, instead == null ? "" : instead));

        assertThat(verify()).isOne();
        assertThat(said()).contains("entry 0: ", found);
    }

    @Test
    void an_earlier_schema_behind_a_later_one_is_no_way_around_it() throws IOException {
        byte[] earlier = RecordFixtures.earlierBodyOf(
                RecordFixtures.anEvent("thing", Map.of("mood", "FINE")), 1, RecordFixtures.NOW);
        export.of(MadeExport.vote(), new Sealed(earlier, ""));

        assertThat(verify()).isOne();
        assertThat(said()).contains("entry 1: the body is of schema 3, and an entry in front of it is of schema 4");
    }

    @Test
    void a_catalogue_that_somebody_changed_is_not_believed() throws IOException {
        export.of(MadeExport.vote());
        export.write(Catalogue.FILE, (OF_PROGRAM + ADDED).getBytes(StandardCharsets.UTF_8));

        assertThat(verify()).isOne();
        assertThat(said()).contains("neither the catalogue whose hash the record holds nor that of this program");
    }

    @Test
    void a_catalogue_that_this_program_does_not_have_is_believed_where_the_record_tells_its_hash() throws IOException {
        byte[] newer = (OF_PROGRAM + ADDED).getBytes(StandardCharsets.UTF_8);
        export.of(MadeExport.vote(), MadeExport.told(Sha256.hex(newer)));
        export.write(Catalogue.FILE, newer);

        assertThat(verify()).isZero();
        assertThat(said()).contains("catalogue whose hash the record holds");
    }

    @Test
    void what_is_no_catalogue_is_refused() throws IOException {
        export.of(MadeExport.vote());
        export.write(Catalogue.FILE, "kind,version\n".getBytes(StandardCharsets.UTF_8));

        assertThat(verify()).isOne();
        assertThat(said()).contains("is no catalogue of entries: line 1");
    }

    private int verify() {
        return VerifyCommand.run(
                List.of(folder.toString(), export.policy().toString()),
                new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
