package org.contractethics.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldPathTests {

    @ParameterizedTest
    @CsvSource({
        "reasons, reasons",
        "raise-reason, raiseReason",
        "condition-2-owner, conditions[1].owner",
        "evidence-1-claim, evidence[0].claim",
        "impact-3-scale-reason, impacts[2].scaleReason",
        "residual-R05-scale, residuals[R05].scale",
        "asked-leo.brandt-1, askedAnswers[leo.brandt/1]",
        "concern-0b1c2d3e-0000-4000-8000-000000000001, concernAnswers[0b1c2d3e-0000-4000-8000-000000000001]",
        "untouched-because-R07, untouchedBecause[R07]",
        "R05, R05",
        "awardingAgency, awardingAgency"
    })
    void a_field_of_a_form_has_a_place_in_json(String id, String path) {
        assertThat(FieldPath.of(id)).isEqualTo(path);
    }
}
