package org.contractethics.review.internal;

import java.util.List;
import java.util.Map;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Weighed;
import org.contractethics.review.internal.StageForm.Lowering;
import org.contractethics.review.internal.StageForm.Measure;
import org.contractethics.review.internal.StageForm.Mitigation;
import org.contractethics.review.internal.StageForm.Residual;
import org.jspecify.annotations.Nullable;

/** What mitigation may state is left of an impact: nothing graver, nothing rarer than what occurs, nothing lower without a reason. */
final class ResidualRules {

    /** What a measure is and how it is verified, where something is lowered by it. */
    private static final int LEAST_OF_MEASURE = 10;

    private final Problems problems;
    private final Impact impact;
    private final List<Measure> measures;

    private ResidualRules(Problems problems, Impact impact, List<Measure> measures) {
        this.problems = problems;
        this.impact = impact;
        this.measures = measures;
    }

    static void check(Problems problems, Impact impact, Mitigation mitigation) {
        String right = impact.right();
        List<Residual> stated = mitigation.residuals().stream()
                .filter(candidate -> candidate.right().equals(right))
                .toList();
        String field = "residual-" + right + "-scale";
        if (stated.isEmpty()) {
            problems.when(true, field, "State what is left of the impact on " + right + ".");
            return;
        }
        problems.when(stated.size() > 1, field, "State what is left of the impact on " + right + " once.");
        new ResidualRules(problems, impact, mitigation.measures()).check(stated.get(0));
    }

    private void check(Residual left) {
        String right = impact.right();
        problems.when(
                        outside(left.scale()) || outside(left.scope()) || outside(left.irremediability()),
                        field("scale"),
                        "Give numbers from 1 to 4, or none where it is not known.")
                .when(
                        higher(left.scale(), impact.scale().value())
                                || higher(left.scope(), impact.scope().value())
                                || higher(
                                        left.irremediability(),
                                        impact.irremediability().value()),
                        field("scale"),
                        "Mitigation does not make the impact on " + right + " graver. Return the assessment if it is.")
                .when(
                        atLeast(impact, left.likelihood()) != left.likelihood(),
                        field("likelihood"),
                        "The impact on " + right
                                + " occurs already. A plan does not make it rare: choose likely or occurring, until monitoring"
                                + " shows that it has ended (UNGP 17, 19, 24).");
        reasons(left);
    }

    private void reasons(Residual left) {
        reason("scale", Weighed.lower(left.scale(), impact.scale().value()), left.lowered());
        reason("scope", Weighed.lower(left.scope(), impact.scope().value()), left.lowered());
        reason(
                "irremediability",
                Weighed.lower(left.irremediability(), impact.irremediability().value()),
                left.lowered());
        reason("likelihood", Weighed.lower(left.likelihood(), impact.likelihood()), left.lowered());
    }

    private void reason(String dimension, boolean lowered, Map<String, Lowering> stated) {
        Lowering lowering = stated.getOrDefault(dimension, Lowering.NONE);
        String reason = field(dimension) + "-reason";
        problems.length(lowering.reason(), reason);
        if (!lowered) {
            return;
        }
        problems.when(
                        RealWords.lacking(lowering.reason()),
                        reason,
                        "Say in words, at least " + RealWords.LEAST + " characters, why the " + dimension
                                + " of the impact on " + impact.right() + " is lower than assessed.")
                .when(
                        repeated(dimension, lowering, stated),
                        reason,
                        "Give each number that is lowered a reason of its own.");
        measure(dimension, lowering.measure());
    }

    private static boolean repeated(String dimension, Lowering lowering, Map<String, Lowering> stated) {
        return !lowering.reason().isBlank()
                && stated.entrySet().stream()
                        .anyMatch(other -> other.getKey().compareTo(dimension) < 0
                                && other.getValue()
                                        .reason()
                                        .strip()
                                        .equalsIgnoreCase(lowering.reason().strip()));
    }

    private void measure(String dimension, @Nullable Integer number) {
        String field = field(dimension) + "-measure";
        if (number == null || number < 1 || number > measures.size()) {
            problems.when(true, field, "Choose the measure that lowers the " + dimension + ".");
            return;
        }
        Measure measure = measures.get(number - 1);
        problems.when(
                        measure.verification().isBlank() || !measure.rights().contains(impact.right()),
                        field,
                        "The impact on " + impact.right()
                                + " is lowered, but this measure protects another right or cannot be verified. A measure that"
                                + " cannot be verified does not count.")
                .when(
                        lacks(measure.text()),
                        "measure-" + number + "-text",
                        "Say in words what is done: the impact on " + impact.right() + " is lowered by it.")
                .when(
                        lacks(measure.verification()),
                        "measure-" + number + "-verification",
                        "Say in words by whom and by what it is verified: the impact on " + impact.right()
                                + " is lowered by it.");
    }

    private static boolean lacks(String said) {
        return RealWords.lacking(said, LEAST_OF_MEASURE, 2);
    }

    private String field(String dimension) {
        return "residual-" + impact.right() + "-" + dimension;
    }

    /** What occurs already is at least likely after any plan. */
    static @Nullable Likelihood atLeast(Impact impact, @Nullable Likelihood left) {
        return atLeast(impact.kind(), impact.likelihood(), left);
    }

    static @Nullable Likelihood atLeast(
            Impact.@Nullable Kind kind, @Nullable Likelihood assessed, @Nullable Likelihood left) {
        boolean occurs = kind == Impact.Kind.ACTUAL || assessed == Likelihood.OCCURRING;
        return occurs && left != null && left.compareTo(Likelihood.LIKELY) < 0 ? Likelihood.LIKELY : left;
    }

    private static boolean outside(@Nullable Integer value) {
        return value != null && (value < 1 || value > 4);
    }

    private static boolean higher(@Nullable Integer left, @Nullable Integer before) {
        return left != null && before != null && left > before;
    }
}
