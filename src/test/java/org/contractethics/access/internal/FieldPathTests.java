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
        "R05, R05",
        "awardingAgency, awardingAgency"
    })
    void a_field_of_a_form_has_a_place_in_json(String id, String path) {
        assertThat(FieldPath.of(id)).isEqualTo(path);
    }
}
