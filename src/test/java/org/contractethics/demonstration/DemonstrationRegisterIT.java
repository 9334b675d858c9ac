package org.contractethics.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.imports.ImportJob;
import org.contractethics.contract.internal.imports.RunningImports;
import org.contractethics.shared.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** What the run command shows is worth a look: a register of some size, without a single row left out. */
@IntegrationTest
class DemonstrationRegisterIT {

    private final RunningImports imports;

    @Autowired
    DemonstrationRegisterIT(RunningImports imports) {
        this.imports = imports;
    }

    @Test
    void the_extracts_fill_the_register_without_a_problem_and_once_only() throws Exception {
        int contracts = 0;
        for (String file : DemonstrationRegister.FILES) {
            byte[] content = new ClassPathResource("demonstration/" + file).getContentAsByteArray();
            imports.importNow(file, content, Actor.SYSTEM);
            ImportJob again = imports.importNow(file, content, Actor.SYSTEM);

            assertThat(again.problems()).as("problems of %s", file).isZero();
            assertThat(again.registered() + again.updated())
                    .as("new or changed at the second time")
                    .isZero();
            contracts += again.unchanged();
        }
        assertThat(contracts).isGreaterThanOrEqualTo(300);
    }
}
