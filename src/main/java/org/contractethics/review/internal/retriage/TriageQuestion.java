package org.contractethics.review.internal.retriage;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contractethics.policy.Policy.TriageFacts;
import org.jspecify.annotations.Nullable;

/** The questions of a triage that are answered with yes or no, in the order of its form. */
public enum TriageQuestion {
    SANCTIONS("sanctionsHit", "Sanctions or an embargo", TriageFacts::sanctionsHit),
    CONFLICT("activeConflict", "Active conflict or occupation", TriageFacts::activeConflict),
    FINDING(
            "internationalFinding",
            "Finding of an international court or a UN inquiry",
            TriageFacts::internationalFinding),
    VULNERABLE("vulnerableGroups", "Vulnerable groups affected", TriageFacts::vulnerableGroups),
    GAP("informationGap", "Facts missing, or the end use not known", TriageFacts::informationGap);

    private final String input;
    private final String label;
    private final Function<TriageFacts, @Nullable Boolean> answer;

    TriageQuestion(String input, String label, Function<TriageFacts, @Nullable Boolean> answer) {
        this.input = input;
        this.label = label;
        this.answer = answer;
    }

    /** Name of the input of the decision tables. */
    public String input() {
        return input;
    }

    public String label() {
        return label;
    }

    /** Whether the triage answered with yes; not knowing is no yes. */
    public boolean affirmed(TriageFacts taken) {
        return Boolean.TRUE.equals(answer.apply(taken));
    }

    /** The answer that counts where some questions are to be answered with yes after all. */
    @Nullable
    Boolean in(TriageFacts taken, Set<TriageQuestion> yes) {
        return yes.contains(this) ? Boolean.TRUE : answer.apply(taken);
    }

    /** Those of these inputs; what is no question is passed over. */
    public static Set<TriageQuestion> of(Collection<String> inputs) {
        return Arrays.stream(values())
                .filter(question -> inputs.contains(question.input))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TriageQuestion.class)));
    }
}
