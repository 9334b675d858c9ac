package org.contractethics.contract.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.contract.internal.imports.TemplateFixtures.cell;
import static org.contractethics.contract.internal.imports.TemplateFixtures.filled;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.internal.Contracts;
import org.contractethics.contract.internal.RegisterEntry;
import org.contractethics.contract.internal.imports.ImportJob.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** However a contract is numbered, importing it again finds it. */
@IntegrationTest
class ImportAgainIT {

    private final String piid =
            "70" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    private final String ocid = "ocds-test-" + UUID.randomUUID();
    private final RunningImports imports;
    private final Imports stored;
    private final Contracts contracts;

    @Autowired
    ImportAgainIT(RunningImports imports, Imports stored, Contracts contracts) {
        this.imports = imports;
        this.stored = stored;
        this.contracts = contracts;
    }

    @Test
    void a_row_with_number_and_ocid_is_found_again() throws Exception {
        byte[] file = template(piid, ocid);

        assertThat(run(file).registered()).isEqualTo(1);
        assertThat(run(file).unchanged()).isEqualTo(1);
    }

    @Test
    void a_contract_known_by_its_number_alone_gets_its_ocid() throws Exception {
        run(template(piid, null));

        ImportJob again = run(template(piid, ocid));

        assertThat(again.updated()).isEqualTo(1);
        assertThat(again.problems()).isZero();
        assertThat(byOcid(ocid).contract().identifiers().piid()).isEqualTo(piid);
        assertThat(run(template(piid, null)).unchanged()).isEqualTo(1);
    }

    @Test
    void a_number_that_belongs_to_another_ocid_is_told_with_the_contract_that_holds_it() throws Exception {
        run(template(piid, ocid));
        String reference = byOcid(ocid).contract().reference();

        ImportJob contradicting = run(template(piid, ocid + "-other"));

        assertThat(contradicting.state()).isEqualTo(State.DONE);
        assertThat(stored.problems(contradicting.id(), 10))
                .singleElement()
                .satisfies(problem -> assertThat(problem.column()).isEqualTo("Contract number"))
                .satisfies(problem -> assertThat(problem.reason()).contains("already registered as " + reference));
    }

    @Test
    void the_number_of_one_contract_is_not_given_to_another() throws Exception {
        run(template(piid, ocid));
        run(template(piid + "B", ocid + "-b"));

        ImportJob mixed = run(template(piid, ocid + "-b"));

        assertThat(stored.problems(mixed.id(), 10))
                .extracting(ImportProblem::reason)
                .singleElement()
                .asString()
                .contains(byOcid(ocid).contract().reference());
    }

    private RegisterEntry byOcid(String wanted) {
        return contracts.lockByOcid(List.of(wanted)).values().iterator().next();
    }

    private ImportJob run(byte[] file) throws UnreadableFile {
        return imports.importNow("again.xlsx", file, RegisteredContracts.SOFIA);
    }

    private static byte[] template(String piid, @Nullable String ocid) throws IOException {
        return filled(row -> {
            cell(row, TemplateColumn.PIID).setCellValue(piid);
            cell(row, TemplateColumn.OCID).setCellValue(ocid == null ? "" : ocid);
        });
    }
}
