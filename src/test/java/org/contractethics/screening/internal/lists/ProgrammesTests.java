package org.contractethics.screening.internal.lists;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Why somebody is listed. */
class ProgrammesTests {

    @Test
    void tells_a_programme_over_human_rights_by_the_code_of_its_list() {
        assertThat(Programmes.of("GLOMAG").ground()).isEqualTo(Ground.YES);
        assertThat(Programmes.of("EU-HR").ground()).isEqualTo(Ground.YES);
    }

    @Test
    void lists_that_answer_sanctions_are_no_evidence() {
        assertThat(Programmes.of("RU-MFA").ground()).isEqualTo(Ground.RETALIATION);
        assertThat(Programmes.of("IR-MFA-SANC").ground()).isEqualTo(Ground.RETALIATION);
    }

    @Test
    void a_programme_that_nobody_judged_is_unknown_and_not_without_ground() {
        assertThat(Programmes.of("SDNTK").ground()).isEqualTo(Ground.UNKNOWN);
        assertThat(Programmes.of("SECO-HAMAS").ground()).isEqualTo(Ground.NO);
    }
}
