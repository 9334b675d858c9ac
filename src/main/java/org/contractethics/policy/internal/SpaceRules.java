package org.contractethics.policy.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.TableNames;
import org.contractethics.policy.internal.DecisionTables.Hit;
import org.jspecify.annotations.Nullable;

/**
 * What may be decided: nothing but the return where something is missing (H16), never an approval of what is critical and more
 * than rare (H6), and a rejection always.
 */
final class SpaceRules implements TableRule {

    static final List<String> DECIDERS = List.of("REVIEWERS", "PANEL", "BOARD_COMMITTEE");
    static final List<String> MAJORITIES = List.of("UNANIMOUS", "MAJORITY", "TWO_THIRDS");
    private static final Set<Outcome> NEVER_FOR_CRITICAL =
            Set.of(Outcome.APPROVE, Outcome.CONDITIONAL, Outcome.SUSPEND);

    @Override
    public String table() {
        return TableNames.DECISION_SPACE;
    }

    @Override
    public void check(Answers answers, Found found) {
        answers.forEach((inputs, hit) -> {
            Set<Outcome> allowed = allowed(hit);
            if (InputSpace.anythingUnknown(inputs)) {
                if (!allowed.equals(Set.of(Outcome.RETURN))) {
                    found.example(
                            "decision-space allows more than a return although something is not known (H16)",
                            InputSpace.words(inputs));
                }
            } else {
                known(inputs, allowed, found);
            }
            if (!DECIDERS.contains(hit.text("decider")) || !MAJORITIES.contains(hit.text("majority"))) {
                found.example(
                        "decision-space needs one of " + DECIDERS + " to decide and a majority of " + MAJORITIES,
                        InputSpace.words(inputs));
            }
        });
    }

    private static void known(Map<String, @Nullable Object> inputs, Set<Outcome> allowed, Found found) {
        if (!allowed.contains(Outcome.REJECT)) {
            found.example("decision-space leaves no rejection", InputSpace.words(inputs));
        }
        if ("CRITICAL".equals(inputs.get("residualSeverity"))
                && !"RARE".equals(inputs.get("residualLikelihood"))
                && allowed.stream().anyMatch(NEVER_FOR_CRITICAL::contains)) {
            found.example(
                    "decision-space allows to go on with what is critical and more than rare (H6)",
                    InputSpace.words(inputs));
        }
    }

    static Set<Outcome> allowed(Hit hit) {
        Set<Outcome> allowed = new TreeSet<>();
        Cell.codes(hit.text("allowed")).forEach(code -> allowed.add(KnownCode.of(Outcome.class, code)));
        return allowed;
    }
}
