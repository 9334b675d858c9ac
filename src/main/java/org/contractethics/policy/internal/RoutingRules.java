package org.contractethics.policy.internal;

import java.util.Map;
import java.util.Set;
import org.contractethics.policy.ConcernRouting.ConcernAction;
import org.contractethics.policy.internal.DecisionTables.Hit;
import org.jspecify.annotations.Nullable;

/**
 * Concerns: no period is longer than the law's (Directive (EU) 2019/1937 art. 9), those about the review and about retaliation
 * go to the ombuds however many signed (H13), and what is not known is no less urgent than in the version in force (H16).
 */
final class RoutingRules implements TableRule {

    private static final int LAW_ACKNOWLEDGE = 7;
    private static final int LAW_REPLY = 90;
    private static final Set<String> ABOUT_US = Set.of("REVIEW", "RETALIATION");

    @Override
    public String table() {
        return "concern-routing";
    }

    @Override
    public boolean numbersBeyond() {
        return true;
    }

    /** They are counted. */
    @Override
    public Set<String> alwaysKnown() {
        return Set.of("signatories");
    }

    @Override
    public void check(Answers answers, Found found) {
        answers.forEach((inputs, hit) -> {
            if (!hit.text("urgency").matches("U[1-4]")) {
                found.example("concern-routing gives something else than U1 to U4", InputSpace.words(inputs));
            }
            periods(inputs, hit, found);
            ConcernAction action = KnownCode.of(ConcernAction.class, hit.text("action"));
            if (ABOUT_US.contains(String.valueOf(inputs.get("topic")))
                    && action != ConcernAction.OMBUDS_INVESTIGATION) {
                found.example(
                        "concern-routing sends a concern about the review or retaliation to others than the ombuds (H13)",
                        InputSpace.words(inputs));
            }
            if (InputSpace.anythingUnknown(inputs)
                    && hit.text("urgency").compareTo(answers.inForce(inputs).text("urgency")) > 0) {
                found.example(
                        "concern-routing takes what is not known as less urgent than the version in force does (H16)",
                        InputSpace.words(inputs));
            }
        });
    }

    private static void periods(Map<String, @Nullable Object> inputs, Hit hit, Found found) {
        int acknowledge = hit.number("acknowledgeDays");
        int reply = hit.number("replyDays");
        if (acknowledge < 1 || acknowledge > LAW_ACKNOWLEDGE || reply < acknowledge || reply > LAW_REPLY) {
            found.example(
                    "concern-routing gives more than " + LAW_ACKNOWLEDGE + " days to acknowledge or " + LAW_REPLY
                            + " days to answer, or less than one day",
                    InputSpace.words(inputs));
        }
    }
}
