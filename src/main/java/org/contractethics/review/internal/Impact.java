package org.contractethics.review.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.policy.Policy.Leverage;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;

/**
 * The impact on one right, as assessed. A dimension that is null is not known; then no decision but a return is possible.
 *
 * @param right code of the catalogue
 * @param affected who the rights holders are
 * @param vulnerableGroups among them; or that none was found
 * @param leverageUse how the company can use or raise its leverage
 * @param clauses the clauses of the contract it rests on
 * @param sources numbers of the sources it rests on, in the list of the review
 */
public record Impact(
        String right,
        @Nullable Kind kind,
        String affected,
        String vulnerableGroups,
        Dimension scale,
        Dimension scope,
        Dimension irremediability,
        @Nullable Likelihood likelihood,
        @Nullable Involvement involvement,
        @Nullable Leverage leverage,
        String leverageUse,
        String mitigation,
        List<ClauseReference> clauses,
        List<Integer> sources) {

    /** As many clauses as one impact names. */
    public static final int MOST_CLAUSES = 50;

    /** Drafts written before leverage and sources were asked for have none. */
    public Impact {
        leverageUse = Objects.requireNonNullElse(leverageUse, "");
        clauses = List.copyOf(clauses);
        sources = List.copyOf(Objects.requireNonNullElse(sources, List.of()));
    }

    /** Whether the impact is there already or may come. */
    public enum Kind {
        ACTUAL("It is happening"),
        POTENTIAL("It may happen");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** One dimension of severity, 1 to 4, with its reason; null where not known. */
    public record Dimension(@Nullable Integer value, String reason) {}

    /** @param link path of the clause in the document viewer; empty where it was named in words only */
    public record ClauseReference(String label, String link) {}

    /** What is wrong with the form of this impact. */
    public List<FormProblem> problems() {
        List<FormProblem> problems = new ArrayList<>();
        if (kind == null) {
            problems.add(new FormProblem("kind", "Say whether the impact is happening or may happen."));
        }
        if (affected.isBlank()) {
            problems.add(new FormProblem("affected", "Say who is affected."));
        }
        if (vulnerableGroups.isBlank()) {
            problems.add(new FormProblem(
                    "vulnerable-groups",
                    "Say which vulnerable groups are among them, or that you looked and found none."));
        }
        if (leverage != null && leverage != Leverage.NONE && leverageUse.isBlank()) {
            problems.add(new FormProblem("leverage-use", "Say how the company can use its leverage."));
        }
        if (clauses.size() > MOST_CLAUSES) {
            problems.add(new FormProblem(
                    "clauses",
                    "Name at most " + MOST_CLAUSES + " clauses: those that the impact comes from or is prevented by."));
        }
        check(problems, "scale", scale);
        check(problems, "scope", scope);
        check(problems, "irremediability", irremediability);
        if (kind == Kind.ACTUAL && likelihood != null && likelihood != Likelihood.OCCURRING) {
            problems.add(new FormProblem("likelihood", "An impact that is happening is occurring."));
        }
        return problems;
    }

    private static void check(List<FormProblem> problems, String field, Dimension dimension) {
        Integer value = dimension.value();
        if (value != null && (value < 1 || value > 4)) {
            problems.add(new FormProblem(field, "Choose a number from 1 to 4, or not known."));
        }
        if (value != null && dimension.reason().isBlank()) {
            problems.add(new FormProblem(field + "-reason", "Give the reason for this number."));
        }
    }
}
