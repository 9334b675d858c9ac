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
                        impact("R01", Severity.CRITICAL, Likelihood.RARE, Involvement.LINKED)),
                false);

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
                        impact("R05", Severity.INCOMPLETE, Likelihood.LIKELY, Involvement.CAUSE)),
                false);

        assertThat(space.allowed()).containsExactly(Outcome.RETURN);
    }

    @Test
    void safeguards_that_were_not_checked_leave_nothing_but_the_return() {
        assertThat(spaces.of(null, List.of(), false).allowed()).containsExactly(Outcome.RETURN);
        assertThat(spaces.of(true, List.of(), false).allowed())
                .containsExactlyInAnyOrder(Outcome.RETURN, Outcome.REJECT);
    }

    @Test
    void where_no_right_is_touched_everything_but_a_hold_may_be_decided() {
        AllowedSpace space = spaces.of(false, List.of(), true);

        assertThat(space.allowed())
                .containsExactlyInAnyOrder(Outcome.APPROVE, Outcome.CONDITIONAL, Outcome.REJECT, Outcome.RETURN);
        assertThat(space.decider()).isEqualTo("REVIEWERS");
    }

    @Test
    void every_row_is_kept_with_its_inputs_and_the_rule_that_fired() {
        AllowedSpace space =
                spaces.of(false, List.of(impact("R05", Severity.SERIOUS, null, Involvement.LINKED)), false);

        assertThat(space.rows()).singleElement().satisfies(row -> {
            assertThat(row.right()).isEqualTo("R05");
            assertThat(row.inputs()).containsEntry("residualLikelihood", "unknown");
            assertThat(row.rule()).startsWith("decision-space-");
        });
    }

    @Test
    void a_contract_that_was_never_signed_is_neither_suspended_nor_left() {
        List<ResidualImpact> severe = List.of(impact("R05", Severity.SEVERE, Likelihood.POSSIBLE, Involvement.LINKED));

        assertThat(spaces.of(false, severe, false).allowed())
                .containsExactlyInAnyOrder(Outcome.REJECT, Outcome.CONDITIONAL);
        assertThat(spaces.of(false, severe, true).allowed())
                .containsExactlyInAnyOrder(Outcome.REJECT, Outcome.CONDITIONAL, Outcome.SUSPEND);
    }

    @Test
    void a_milder_impact_does_not_keep_a_contract_that_runs_from_being_held_and_a_critical_one_is_not_only_suspended() {
        ResidualImpact mild = impact("R15", Severity.LOW, Likelihood.RARE, Involvement.LINKED);
        ResidualImpact severe = impact("R05", Severity.SEVERE, Likelihood.POSSIBLE, Involvement.LINKED);
        ResidualImpact critical = impact("R01", Severity.CRITICAL, Likelihood.LIKELY, Involvement.LINKED);

        assertThat(spaces.of(false, List.of(mild, severe), true).allowed()).contains(Outcome.SUSPEND);
        assertThat(spaces.of(false, List.of(mild, critical), true).allowed())
                .containsExactlyInAnyOrder(Outcome.REJECT, Outcome.EXIT);
        assertThat(spaces.of(false, List.of(severe, critical), true).allowed()).doesNotContain(Outcome.SUSPEND);
        assertThat(spaces.of(true, List.of(critical), true).allowed())
                .as("a blocking gap")
                .doesNotContain(Outcome.EXIT);
    }

    private static ResidualImpact impact(
            String right, Severity severity, @Nullable Likelihood likelihood, Involvement involvement) {
        return new ResidualImpact(right, severity, likelihood, involvement, Leverage.SOME);
    }
}
