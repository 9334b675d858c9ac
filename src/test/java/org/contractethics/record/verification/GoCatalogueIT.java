package org.contractethics.record.verification;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.contractethics.record.export.GoCheck;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Sealed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R39: the short program in Go holds entries against the catalogue, whoever signed them. */
class GoCatalogueIT {

    private static final String OF_PROGRAM = new String(Catalogue.bytesOfProgram(), StandardCharsets.UTF_8);

    private final Path folder;
    private final MadeExport export;

    GoCatalogueIT(@TempDir Path folder) {
        this.folder = folder;
        this.export = new MadeExport(folder);
    }

    @BeforeEach
    void anExport() throws IOException {
        assumeThat(GoCheck.isHere()).isTrue();
        GoCheck.sources(folder);
        export.write(Catalogue.FILE, Catalogue.bytesOfProgram());
    }

    @Test
    void what_the_application_writes_is_proven() throws Exception {
        export.of(MadeExport.vote(), MadeExport.told(Catalogue.bytesOfProgram()));

        GoCheck.says(
                folder,
                export.policy(),
                0,
                "2 entries hold what the schema of their kind says",
                "The record is intact.");
    }

    @Test
    void a_catalogue_that_no_entry_tells_of_is_to_be_compared_with_another() throws Exception {
        export.of(MadeExport.vote());

        GoCheck.says(folder, export.policy(), 0, "note     no entry shown here tells the hash of entry-schemas.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"reviewId\" | \"mood\":\"FINE\",\"reviewId\" | /facts/mood is unknown",
                ",\"round\":1 |  | /facts/round is missing",
                "\"round\":1 | \"round\":1.5 | /facts/round is not integer",
                "\"round\":1 | \"round\":\"1\" | /facts/round is not integer",
                "\"round\":1 | \"round\":1,\"round\":2 | has the field round twice",
                "\"kind\":\"vote-cast\" | \"kind\":\"vote-lost\" | that the catalogue does not know: vote-lost",
                "\"version\":1 | \"version\":99 | that the catalogue does not know: vote-cast 99",
                "\"schema\":4 | \"mood\":\"FINE\",\"schema\":4 | has an unknown field mood",
                "\"seq\":0 | \"seq\":1 | says seq 1",
                "\"actor\":\"*\" | \"actor\":\"-\" | /actor is not person or system",
            })
    void an_entry_that_does_not_fit_is_named(String part, String instead, String found) throws Exception {
        export.of(MadeExport.changed(MadeExport.vote(), part, instead == null ? "" : instead));

        GoCheck.says(folder, export.policy(), 1, "entry 0 ", found, "does NOT prove");
    }

    @Test
    void a_code_that_is_not_in_its_list_is_named() throws Exception {
        Sealed dissent = MadeExport.sealed(
                RecordFixtures.anEvent("dissent-recorded", Map.of("outcome", "REJECT"))
                        .whole(),
                0);
        export.of(MadeExport.changed(dissent, "\"REJECT\"", "\"PERHAPS\""));

        GoCheck.says(
                folder,
                export.policy(),
                1,
                "entry 0 does not fit dissent-recorded 2: /facts/outcome is not code of choices");
    }

    @Test
    void an_earlier_schema_behind_a_later_one_is_no_way_around_it() throws Exception {
        Sealed told = MadeExport.told(Catalogue.bytesOfProgram());
        export.of(MadeExport.vote(), MadeExport.changed(told, "\"schema\":4", "\"schema\":3"));

        GoCheck.says(folder, export.policy(), 1, "entry 1 is of schema 3, behind one of schema 4");
    }

    @Test
    void a_catalogue_that_somebody_changed_is_not_believed() throws Exception {
        export.of(MadeExport.vote(), MadeExport.told(Catalogue.bytesOfProgram()));
        export.write(
                Catalogue.FILE, (OF_PROGRAM + "thing-done,1,/actor,yes,system\n").getBytes(StandardCharsets.UTF_8));

        GoCheck.says(folder, export.policy(), 1, "is not the catalogue whose hash the record tells");
    }
}
