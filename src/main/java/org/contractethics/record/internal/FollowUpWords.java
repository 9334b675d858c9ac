package org.contractethics.record.internal;

import static java.util.Map.entry;
import static org.contractethics.record.internal.FactWords.day;
import static org.contractethics.record.internal.FactWords.inPlaceOfChair;
import static org.contractethics.record.internal.FactWords.lower;
import static org.contractethics.record.internal.FactWords.reasons;
import static org.contractethics.record.internal.FactWords.words;

import java.util.Map;
import java.util.function.Function;
import org.contractethics.record.RecordEntry;

/** What entries say about what follows a decision: conditions, suspensions, monitoring, exits and remedies. */
final class FollowUpWords {

    static final Map<String, Function<RecordEntry, String>> SENTENCES = Map.ofEntries(
            entry("condition-reported", e -> "The owner reported that a condition is met"),
            entry("condition-met", e -> "A condition was met"),
            entry("condition-not-met", e -> "A condition was sent back to its owner" + reasons(e)),
            entry("condition-waived", e -> "A condition was waived" + reasons(e)),
            entry("condition-waiver-proposed", e -> "The waiver of a condition was proposed" + reasons(e)),
            entry("condition-waiver-refused", e -> "The waiver of a condition was refused" + reasons(e)),
            entry("condition-overdue", e -> "A condition is overdue, due " + day(e, "dueAt")),
            entry("follow-up-escalated", e -> "Overdue: " + words(e, "step") + ", due " + day(e, "dueAt")),
            entry("suspension-review-opened", FollowUpWords::suspensionOpened),
            entry("suspension-proposed", e -> "Proposed: " + held(e) + inPlaceOfChair(e)),
            entry("suspension-sent-back", e -> "The proposal went back to the chair" + reasons(e)),
            entry("suspension-review-ended", e -> "The decision of the review answered it; nobody is asked any more"),
            entry("suspension-decided", e -> "Decided: " + held(e)),
            entry(
                    "interim-measure-imposed",
                    e -> "Services were restricted at once, until " + day(e, "endsAt") + inPlaceOfChair(e)),
            entry("interim-measure-expired", e -> "The restriction ended by itself"),
            entry("interim-measure-confirmed", e -> "The restriction was confirmed by the decision"),
            entry("interim-measure-ended", e -> "The restriction ended with the decision"),
            entry("incident-recorded", e -> words(e, "incident") + " recorded, of " + day(e, "happenedOn")),
            entry("contract-in-force-stated", e -> "In force before its review, since " + day(e, "since")),
            entry("visibility-limits-stated", e -> "The limits of visibility were stated"),
            entry("re-review-due", e -> "The contract is to be looked at again"),
            entry(
                    "re-review-brought-forward",
                    e -> "Something became known: the contract is looked at again on " + day(e, "nextOn") + ", not on "
                            + day(e, "before")),
            entry("re-review-done", e -> "Looked at again: " + lower(words(e, "result"))),
            entry("exit-opened", e -> "The exit of the contract began"),
            entry("exit-planned", e -> "The exit was planned, services end on " + day(e, "servicesEndOn")),
            entry("exit-plan-approved", e -> "The exit plan was approved"),
            entry("exit-plan-sent-back", e -> "The exit plan was sent back" + reasons(e)),
            entry("exit-reported", e -> "The exit was reported as carried out"),
            entry("exit-report-sent-back", e -> "The report on the exit was sent back" + reasons(e)),
            entry("contract-ended", e -> "The contract has ended"),
            entry("remediation-opened", e -> "The remediation of a harm began"),
            entry("remedy-planned", e -> "The remedy was planned, to be carried out by " + day(e, "carryOutBy")),
            entry("remedy-plan-approved", e -> "The remedy plan was approved"),
            entry("remedy-plan-sent-back", e -> "The remedy plan was sent back" + reasons(e)),
            entry("remedy-measure-reported", FollowUpWords::measureReported),
            entry("remedy-carried-out", e -> "The measures of the remedy were carried out"),
            entry("remedy-verified", e -> "The remedy was verified"),
            entry("remedy-not-verified", e -> "The remedy could not be verified" + reasons(e)));

    private static final Map<String, String> OUTCOMES_OF_HOLDS = Map.of(
            "SUSPEND", "services suspended",
            "CONTINUE", "services continue",
            "EXIT", "contract to be ended",
            "LIFT", "suspension lifted",
            "KEEP", "services stay suspended");

    private FollowUpWords() {}

    private static String suspensionOpened(RecordEntry entry) {
        return entry.text("purpose").filter("LIFT"::equals).isPresent()
                ? "A review of lifting the suspension was opened"
                : "A suspension review was opened";
    }

    private static String measureReported(RecordEntry entry) {
        return entry.text("onBehalfOf").isPresent()
                ? "A measure of the remedy was reported on, on behalf of its owner"
                : "The owner of a measure of the remedy reported on it";
    }

    /** What becomes of the services of a signed contract. */
    private static String held(RecordEntry entry) {
        String code = entry.text("outcome").orElse("");
        return OUTCOMES_OF_HOLDS.getOrDefault(code, lower(words(code)));
    }
}
