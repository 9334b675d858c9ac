package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.policy.Policy.Leverage;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.policy.internal.EvaluatedPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionSpacesTests {

    private final DecisionSpaces spaces = new DecisionSpaces(EvaluatedPolicy.packed());

    @Test
    void an_impact_that_leaves_only_rejection_is_not_outvoted_by_milder_ones() {
        AllowedSpace space = spaces.of(
                false,
                List.of(
                        impact("R15", Severity.LOW, Likelihood.RARE, Involvement.LINKED),
                        impact("R05", Severity.SEVERE, Likelihood.LIKELY, Involvement.CAUSE),
                        impact("R01", Severity.CRITICAL, Likelihood.RARE, Involvement.LINKED)));

        assertThat(space.allowed()).containsExactly(Outcome.REJECT);
        assertThat(space.board()).isTrue();
        assertThat(space.critical()).isTrue();
        assertThat(space.majority()).isEqualTo("TWO_THIRDS");
    }

    @Test
    void one_impact_that_is_not_assessed_leaves_nothing_but_the_return() {
        AllowedSpace space = spaces.of(
                false,
                List.of(
                        impact("R15", Severity.LOW, Likelihood.RARE, Involvement.LINKED),
                        impact("R05", Severity.INCOMPLETE, Likelihood.LIKELY, Involvement.CAUSE)));

        assertThat(space.allowed()).containsExactly(Outcome.RETURN);
    }

    @Test
    void safeguards_that_were_not_checked_leave_nothing_but_the_return() {
        assertThat(spaces.of(null, List.of()).allowed()).containsExactly(Outcome.RETURN);
        assertThat(spaces.of(true, List.of()).allowed()).containsExactlyInAnyOrder(Outcome.RETURN, Outcome.REJECT);
    }

    @Test
    void where_no_right_is_touched_everything_may_be_decided_before_signature() {
        AllowedSpace space = spaces.of(false, List.of());

        assertThat(space.allowed())
                .containsExactlyInAnyOrder(Outcome.APPROVE, Outcome.CONDITIONAL, Outcome.REJECT, Outcome.RETURN);
        assertThat(space.decider()).isEqualTo("REVIEWERS");
    }

    @Test
    void every_row_is_kept_with_its_inputs_and_the_rule_that_fired() {
        AllowedSpace space = spaces.of(false, List.of(impact("R05", Severity.SERIOUS, null, Involvement.LINKED)));

        assertThat(space.rows()).singleElement().satisfies(row -> {
            assertThat(row.right()).isEqualTo("R05");
            assertThat(row.inputs()).containsEntry("residualLikelihood", "unknown");
            assertThat(row.rule()).startsWith("decision-space-");
        });
    }

    private static ResidualImpact impact(
            String right, Severity severity, @Nullable Likelihood likelihood, Involvement involvement) {
        return new ResidualImpact(right, severity, likelihood, involvement, Leverage.SOME);
    }
}
