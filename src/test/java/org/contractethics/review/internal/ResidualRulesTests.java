package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.policy.Policy.Leverage;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.review.internal.Impact.Dimension;
import org.contractethics.review.internal.StageForm.Lowering;
import org.contractethics.review.internal.StageForm.Measure;
import org.contractethics.review.internal.StageForm.MeasureKind;
import org.contractethics.review.internal.StageForm.Mitigation;
import org.contractethics.review.internal.StageForm.Residual;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResidualRulesTests {

    private static final Measure SWITCHED_OFF = new Measure(
            MeasureKind.TECHNICAL,
            "The matching is switched off",
            "By the log of builds, read monthly",
            List.of("R05"));

    @Test
    void what_occurs_already_does_not_become_rare_by_a_plan() {
        assertThat(problems(SWITCHED_OFF, 4, Likelihood.RARE, reasons())).containsExactly("residual-R05-likelihood");
        assertThat(problems(SWITCHED_OFF, 4, Likelihood.POSSIBLE, reasons()))
                .containsExactly("residual-R05-likelihood");
        assertThat(problems(SWITCHED_OFF, 4, Likelihood.LIKELY, reasons())).isEmpty();
        assertThat(problems(SWITCHED_OFF, 4, Likelihood.OCCURRING, Map.of())).isEmpty();
    }

    @Test
    void each_number_that_is_lowered_needs_a_reason_in_words_and_the_measure_it_rests_on() {
        assertThat(problems(SWITCHED_OFF, 1, Likelihood.OCCURRING, Map.of()))
                .containsExactly("residual-R05-scale-reason", "residual-R05-scale-measure");
        assertThat(problems(SWITCHED_OFF, 1, Likelihood.OCCURRING, Map.of("scale", new Lowering("x", 1))))
                .containsExactly("residual-R05-scale-reason");
        assertThat(problems(SWITCHED_OFF, 1, Likelihood.OCCURRING, Map.of("scale", new Lowering("x ".repeat(40), 1))))
                .as("the same word again and again")
                .containsExactly("residual-R05-scale-reason");
        assertThat(problems(SWITCHED_OFF, 1, Likelihood.OCCURRING, reasons())).isEmpty();
    }

    @Test
    void one_reason_does_not_stand_for_two_numbers() {
        Map<String, Lowering> same = new HashMap<>(reasons());
        same.put(
                "likelihood",
                new Lowering(reasons().getOrDefault("scale", Lowering.NONE).reason(), 1));

        assertThat(problems(SWITCHED_OFF, 1, Likelihood.LIKELY, same)).containsExactly("residual-R05-scale-reason");
    }

    @Test
    void a_measure_for_another_right_or_that_nobody_can_verify_lowers_nothing() {
        Measure promise = new Measure(MeasureKind.TECHNICAL, "A promise of the customer", "", List.of("R05"));
        Measure other = new Measure(
                MeasureKind.TECHNICAL, "The matching is switched off", "By the log of builds", List.of("R15"));
        Measure letter = new Measure(MeasureKind.TECHNICAL, "x", "x", List.of("R05"));

        assertThat(problems(promise, 1, Likelihood.OCCURRING, reasons()))
                .containsExactly("residual-R05-scale-measure", "measure-1-verification");
        assertThat(problems(other, 1, Likelihood.OCCURRING, reasons())).containsExactly("residual-R05-scale-measure");
        assertThat(problems(letter, 1, Likelihood.OCCURRING, reasons()))
                .containsExactly("measure-1-text", "measure-1-verification");
    }

    @Test
    void what_was_not_known_is_lowered_when_mitigation_knows_it() {
        assertThat(problems(SWITCHED_OFF, null, 1, Likelihood.OCCURRING, Map.of()))
                .containsExactly("residual-R05-scale-reason", "residual-R05-scale-measure");
    }

    private static Map<String, Lowering> reasons() {
        return Map.of(
                "scale",
                new Lowering("Without matching nobody is arrested on the word of a machine.", 1),
                "likelihood",
                new Lowering("The feature that did it is gone from the build since May.", 1));
    }

    private static List<String> problems(
            Measure measure, Integer scale, Likelihood likelihood, Map<String, Lowering> lowered) {
        return problems(measure, 4, scale, likelihood, lowered);
    }

    private static List<String> problems(
            Measure measure,
            @Nullable Integer assessed,
            Integer scale,
            Likelihood likelihood,
            Map<String, Lowering> lowered) {
        Problems problems = new Problems();
        Impact impact = new Impact(
                "R05",
                Impact.Kind.ACTUAL,
                "Passers-by",
                "Children",
                new Dimension(assessed, assessed == null ? "" : "Arrest"),
                new Dimension(4, "A city"),
                new Dimension(4, "Years"),
                Likelihood.OCCURRING,
                Involvement.CONTRIBUTE,
                Leverage.SOME,
                "Terms of the contract",
                "",
                List.of(),
                List.of(1));
        ResidualRules.check(
                problems,
                impact,
                new Mitigation(
                        List.of(measure),
                        List.of(new Residual("R05", scale, 4, 4, likelihood, lowered)),
                        Map.of(),
                        "",
                        Map.of(),
                        Map.of(),
                        Map.of()));
        return problems.list().stream().map(FormProblem::field).toList();
    }
}
