package org.contractethics.contract.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.contract.Contract.Identifiers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoundTests {

    private final List<Integer> portions = new ArrayList<>();
    private final Found found = new Found(portion -> portions.add(portion.size()));

    @Test
    void a_row_with_the_number_and_one_with_the_ocid_too_mean_the_same_contract() {
        found.row(row(2, "P1", null));
        found.row(row(3, "P1", "ocds-1"));
        found.row(row(4, "P1", null));

        assertThat(found.groups()).singleElement().satisfies(group -> assertThat(group.lines())
                .containsExactly(2, 3, 4));
        assertThat(found.groups()).extracting(GroupedContract::key).containsExactly(ContractKey.ocid("ocds-1"));
    }

    @Test
    void two_ocids_are_two_contracts_whatever_their_number() {
        found.row(row(2, "P1", "ocds-1"));
        found.row(row(3, "P1", "ocds-2"));

        assertThat(found.groups()).hasSize(2);
    }

    @Test
    void other_numbers_are_other_contracts() {
        found.row(row(2, "P1", null));
        found.row(row(3, "P2", null));

        assertThat(found.groups()).hasSize(2);
        assertThat(found.rows()).isEqualTo(2);
    }

    @Test
    void problems_are_passed_on_in_portions() {
        for (int line = 1; line <= 2_500; line++) {
            found.problem(new ImportProblem(line, "", "Not a row."));
        }
        found.tell();

        assertThat(portions).containsExactly(1_000, 1_000, 500);
    }

    private static ImportedRow row(int line, String piid, @Nullable String ocid) {
        Facts facts = new Facts();
        facts.agency = new Agency("ICE", null, AgencyType.BORDER, "US");
        facts.identifiers = new Identifiers(piid, null, ocid);
        ContractKey key = ocid == null ? ContractKey.piid("ICE", piid, "") : ContractKey.ocid(ocid);
        return new ImportedRow(line, key, facts, List.of());
    }
}
