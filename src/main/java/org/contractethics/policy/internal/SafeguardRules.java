package org.contractethics.policy.internal;

import java.util.Map;
import java.util.Set;
import org.contractethics.policy.Safeguards.GapWeight;
import org.contractethics.policy.TableNames;
import org.contractethics.policy.internal.DecisionTables.Hit;
import org.jspecify.annotations.Nullable;

/**
 * Safeguards: only one that is in the contract leaves no gap, one that is missing is never taken for not checked, and what is
 * not known weighs no less than in the version in force (H16). A higher tier never asks for less.
 */
final class SafeguardRules implements TableRule {

    private static final Set<String> MISSING = Set.of("ABSENT", "REFUSED");

    @Override
    public String table() {
        return TableNames.SAFEGUARDS;
    }

    @Override
    public void check(Answers answers, Found found) {
        answers.forEach((inputs, hit) -> {
            GapWeight gap = weight(hit);
            Object state = inputs.get("state");
            if (gap == GapWeight.NONE && !"PRESENT".equals(state)) {
                found.example(
                        "safeguards finds no gap although the safeguard is not known to be in the contract (H16)",
                        InputSpace.words(inputs));
            }
            if (gap == GapWeight.UNKNOWN && MISSING.contains(String.valueOf(state))) {
                found.example("safeguards takes a missing safeguard for one not checked", InputSpace.words(inputs));
            }
            if (InputSpace.anythingUnknown(inputs) && milder(gap, weight(answers.inForce(inputs)))) {
                found.example(
                        "safeguards weighs what is not known less than the version in force does (H16)",
                        InputSpace.words(inputs));
            }
            rising(answers, inputs, gap, found);
        });
    }

    private static void rising(Answers answers, Map<String, @Nullable Object> inputs, GapWeight gap, Found found) {
        if ("T1".equals(inputs.get("tier")) || "T2".equals(inputs.get("tier"))) {
            return;
        }
        Hit lower = answers.with(inputs, "tier", "T2");
        if (lower != null && milder(gap, weight(lower))) {
            found.example("safeguards asks for less in a higher tier than in T2", InputSpace.words(inputs));
        }
    }

    private static boolean milder(GapWeight gap, GapWeight than) {
        return stops(than) && !stops(gap);
    }

    private static boolean stops(GapWeight gap) {
        return gap == GapWeight.BLOCKING || gap == GapWeight.UNKNOWN;
    }

    private static GapWeight weight(Hit hit) {
        return KnownCode.of(GapWeight.class, hit.text("gap"));
    }
}
