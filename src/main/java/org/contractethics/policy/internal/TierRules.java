package org.contractethics.policy.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.internal.DecisionTables.Hit;
import org.jspecify.annotations.Nullable;

/** The tier: not knowing never lowers it (H16), secrecy is T3 at least (H15), and T3 and T4 keep their panel (H3). */
final class TierRules implements TableRule {

    private static final List<String> SCORES = List.of("capabilityRisk", "agencyScore", "contextScore");
    private static final int PANEL = 5;
    private static final int LONGEST_INTERVAL = 24;

    @Override
    public String table() {
        return "triage-tier";
    }

    /** Secrecy is a fact of the contract form. */
    @Override
    public Set<String> alwaysKnown() {
        return Set.of("secret");
    }

    @Override
    public void check(Answers answers, Found found) {
        answers.forEach((inputs, hit) -> {
            Tier tier = tier(hit);
            unknown(answers, inputs, tier, found);
            rising(answers, inputs, tier, found);
            if (Boolean.TRUE.equals(inputs.get("secret")) && tier.compareTo(Tier.T3) < 0) {
                found.example("triage-tier puts a secret contract below T3 (H15)", InputSpace.words(inputs));
            }
            conditions(inputs, hit, tier, found);
        });
    }

    private static void unknown(Answers answers, Map<String, @Nullable Object> inputs, Tier tier, Found found) {
        boolean missing = InputSpace.anythingUnknown(inputs);
        // facts missing in an earlier table arrive here as an information gap
        boolean gap = !Boolean.FALSE.equals(inputs.get("informationGap"));
        if (!missing && !gap) {
            return;
        }
        if (tier == Tier.T1) {
            found.example("triage-tier gives T1 although something is not known (H16)", InputSpace.words(inputs));
        } else if (tier.compareTo(tier(answers.inForce(inputs))) < 0) {
            found.example(
                    "triage-tier gives a lower tier than the version in force where something is not known (H16)",
                    InputSpace.words(inputs));
        }
        inputs.forEach((name, value) -> {
            Hit harmless = value == null ? answers.with(inputs, name, harmless(name)) : null;
            if (harmless != null && tier.compareTo(tier(harmless)) < 0) {
                found.example(
                        "triage-tier gives a lower tier where " + name + " is missing than where it is harmless (H16)",
                        InputSpace.words(inputs));
            }
        });
    }

    private static Object harmless(String input) {
        return SCORES.contains(input) ? (Object) 0 : (Object) false;
    }

    /** More risk is never less tier; without this, a missing fact that raises a score could lower the tier. */
    private static void rising(Answers answers, Map<String, @Nullable Object> inputs, Tier tier, Found found) {
        for (String score : SCORES) {
            Hit higher = inputs.get(score) instanceof Integer known && known < 4
                    ? answers.with(inputs, score, known + 1)
                    : null;
            if (higher != null && tier(higher).compareTo(tier) < 0) {
                found.example("triage-tier falls when " + score + " rises", InputSpace.words(inputs));
            }
        }
        Hit gap = Boolean.FALSE.equals(inputs.get("informationGap"))
                ? answers.with(inputs, "informationGap", true)
                : null;
        if (gap != null && tier(gap).compareTo(tier) < 0) {
            found.example("triage-tier falls when there is an information gap (H16)", InputSpace.words(inputs));
        }
    }

    private static void conditions(Map<String, @Nullable Object> inputs, Hit hit, Tier tier, Found found) {
        boolean panel = tier.compareTo(Tier.T3) >= 0;
        if (hit.number("quorum") < (panel ? PANEL : 1)) {
            found.example("triage-tier needs a quorum of 5 in T3 and T4 and of 1 below (H3)", InputSpace.words(inputs));
        }
        if (panel && !(hit.flag("impactAssessment") && hit.flag("consultation"))) {
            found.example("triage-tier needs assessment and consultation in T3 and T4", InputSpace.words(inputs));
        }
        if (tier == Tier.T4 && !hit.flag("board")) {
            found.example("triage-tier needs the board in T4", InputSpace.words(inputs));
        }
        int months = hit.number("reviewEveryMonths");
        if (hit.number("decisionWorkingDays") < 1 || months < 1 || months > LONGEST_INTERVAL) {
            found.example(
                    "triage-tier needs at least 1 working day, and a review every 1 to 24 months",
                    InputSpace.words(inputs));
        }
    }

    private static Tier tier(Hit hit) {
        return KnownCode.of(Tier.class, hit.text("tier"));
    }
}
