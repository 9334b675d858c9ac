package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.contractethics.review.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewPathTests {

    private final ReviewPath path = new ReviewPath();

    @ParameterizedTest
    @ValueSource(strings = {"", "T0", "approved", "APPROVE ", "UNKNOWN"})
    void an_unknown_value_never_takes_the_milder_way(String value) {
        assertThat(Stream.of(
                        path.legallyClear(value), path.lowestTier(value), path.approved(value), path.signed(value)))
                .containsOnly(false);
    }

    @Test
    void tells_what_is_still_ahead() {
        assertThat(path.ahead(Stage.TRIAGE, "T1"))
                .containsExactly(Stage.ASSESSMENT, Stage.VOTE, Stage.DECISION, Stage.SIGNATURE_GATE);
        assertThat(path.ahead(Stage.ASSESSMENT, "T3"))
                .containsExactly(Stage.MITIGATION, Stage.VOTE, Stage.DECISION, Stage.SIGNATURE_GATE);
        assertThat(path.ahead(Stage.CLARIFICATION, null)).first().isEqualTo(Stage.DOCUMENT_CHECK);
        assertThat(path.ahead(Stage.APPEAL, "T2")).isEqualTo(List.of());
    }
}
