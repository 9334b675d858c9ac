package org.contractethics.record.internal;

import static java.util.Map.entry;
import static org.contractethics.record.internal.FactWords.because;
import static org.contractethics.record.internal.FactWords.capital;
import static org.contractethics.record.internal.FactWords.day;
import static org.contractethics.record.internal.FactWords.listed;
import static org.contractethics.record.internal.FactWords.lower;
import static org.contractethics.record.internal.FactWords.plural;
import static org.contractethics.record.internal.FactWords.reasons;
import static org.contractethics.record.internal.FactWords.until;
import static org.contractethics.record.internal.FactWords.word;
import static org.contractethics.record.internal.FactWords.words;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.contractethics.record.RecordEntry;

/** What an entry says, in plain words: one sentence for each kind. A kind without one is told by its name. */
public final class Wording {

    private static final Map<String, Function<RecordEntry, String>> SENTENCES = Map.ofEntries(
            entry("contract-registered", e -> "Contract " + word(e, "reference") + " was registered"),
            entry("contracts-imported", Wording::imported),
            entry("contract-changed", e -> "The facts of the contract were changed" + listed(e, "fields")),
            entry("contract-taken", FactWords::taken),
            entry("contract-handed-over", Wording::handedOver),
            entry("redaction-requested", FactWords::redactionRequested),
            entry("redaction-approved", e -> "A redaction was approved" + listed(e, "fields") + until(e)),
            entry("redaction-refused", FactWords::redactionRefused),
            entry("redaction-ended", e -> "A redaction was ended before its last day" + listed(e, "fields")),
            entry("document-added", DocumentWords::added),
            entry("executed-copy-added", DocumentWords::executed),
            entry("document-found-inside", DocumentWords::foundInside),
            entry("document-read", DocumentWords::read),
            entry("document-unreadable", DocumentWords::unreadable),
            entry("incorporated-document-linked", DocumentWords::linked),
            entry("review-opened", FactWords::opened),
            entry("named-as-paid", e -> "Somebody was named as paid by the contract"),
            entry("pay-denied", e -> "Somebody who is named as paid by the contract denied it"),
            entry(
                    "pay-ruled",
                    e -> (e.flag("paid") ? "Ruled: paid by the contract" : "Ruled: not paid by the contract")
                            + reasons(e)),
            entry("review-called-in", e -> "Why the contract was called in for review" + reasons(e)),
            entry(
                    "items-carried-over",
                    e -> "Carried over from the review before, with citations: "
                            + plural((long) e.list("items").size(), "item")),
            entry(
                    "review-triaged-anew",
                    e -> word(e, "found") + " was found, so the review was triaged anew instead of going on in "
                            + word(e, "tier")),
            entry(
                    "triage-contradicted",
                    e -> "A finding against the triage gives " + word(e, "found") + " instead of " + word(e, "tier")),
            entry(
                    "learned-since-triage",
                    e -> "Learned since the triage: the tables give " + word(e, "found") + " instead of "
                            + word(e, "tier")),
            entry("whole-review-begun", e -> "The whole review is done, nothing is carried over" + because(e)),
            entry("carried-over-reopened", e -> "Carried over, now reopened: " + words(e, "item") + because(e)),
            entry("stage-completed", Wording::stageCompleted),
            entry("stage-escalated", e -> "Overdue: " + words(e, "stage") + ", due " + day(e, "dueAt")),
            entry("question-asked", e -> "A question to the account owner stopped the clock: " + words(e, "stage")),
            entry("question-answered", e -> "The account owner answered; the clock runs again: " + words(e, "stage")),
            entry("question-withdrawn", e -> "A question was withdrawn; the clock runs again: " + words(e, "stage")),
            entry(
                    "question-overdue",
                    e -> "A question has no answer yet, due " + day(e, "dueAt") + ": " + words(e, "stage")),
            entry("target-changed", Wording::targetChanged),
            entry(
                    "clauses-scanned",
                    e -> "The clauses of a document were scanned: " + plural(e, "findings", "finding")),
            entry("finding-judged", e -> "A finding was " + lower(words(e, "verdict")) + ": " + word(e, "check")),
            entry("term-proposed", e -> "A term was proposed for the query set: " + word(e, "phrase")),
            entry("term-accepted", e -> "A term was accepted into the query set: " + word(e, "phrase")),
            entry("term-refused", e -> "A term was refused for the query set: " + word(e, "phrase")),
            entry("comment-added", e -> "A comment was added to the discussion"),
            entry("task-claimed", e -> "Took on: " + words(e, "stage")),
            entry("task-returned", e -> "Gave back: " + words(e, "stage")),
            entry(
                    "task-taken-back",
                    e -> "Taken back from " + word(e, "holder") + ": " + words(e, "stage") + ", "
                            + ("OVERDUE".equals(word(e, "ground")) ? "overdue" : "no longer theirs to do")),
            entry(
                    "review-closed",
                    e -> "SERVICES_HELD".equals(word(e, "reason"))
                            ? "The review ended: the services are held"
                            : "The review was closed: nobody appealed in time"),
            entry("triage-confirmed", Wording::triage),
            entry(
                    "earlier-deals-compared",
                    e -> "It was said whether this is a deal that was refused before: "
                            + plural((long) e.list("deals").size(), "deal") + reasons(e)),
            entry("assessment-recorded", Wording::assessment),
            entry("source-added", Wording::source),
            entry(
                    "consultation-logged",
                    e -> "A consultation was logged: "
                            + (word(e, "consulted").equals("PROXY") ? "a proxy" : "the affected")),
            entry(
                    "safeguards-agreed",
                    e -> "It was stated which safeguards the contract has: "
                            + plural((long) e.list("safeguards").size(), "safeguard")),
            entry("advice-given", Wording::advice),
            entry("advice-countersigned", e -> "Advice was countersigned: " + lower(words(e, "element"))),
            entry(
                    "residual-severity-countersigned",
                    e -> e.flag("agreed")
                            ? "The residual severity was countersigned"
                            : "A countersignature of the residual severity was refused"),
            entry(
                    "interests-declared",
                    e -> "The declaration of interests was signed: "
                            + (e.flag("conflict") ? "an interest" : "no interest")),
            entry(
                    "recusal-declared",
                    e -> e.text("stage").isPresent()
                            ? "Stepped back from: " + words(e, "stage")
                            : "Stepped back from the review"),
            entry("lot-nonce-committed", e -> "A random number to draw lots from was drawn and sealed"),
            entry(
                    "panel-drawn",
                    e -> "The panel was drawn by lot" + (e.number("number").orElse(1) > 1 ? " again" : "")),
            entry("panel-member-replaced", Wording::replaced),
            entry("panel-member-added", e -> "An alternate came in: " + word(e, "in")),
            entry("acting-chair-drawn", e -> "An acting chair of the panel was drawn by lot: " + word(e, "person")),
            entry("panel-meeting-called", e -> "A meeting of the panel was called for " + day(e, "heldAt")),
            entry("minutes-issued", e -> "The minutes of the panel were issued"),
            entry("panel-term-begun", e -> "A term on the panel was entered: " + word(e, "person")),
            entry("panel-term-ended", e -> "A term on the panel was ended: " + word(e, "person") + because(e)),
            entry(
                    "training-recorded",
                    e -> e.text("completedOn").isPresent()
                            ? "A training was recorded: " + word(e, "person") + ", " + day(e, "completedOn")
                            : "A training was taken back: " + word(e, "person")),
            entry("absence-declared", e -> "Is absent from " + day(e, "from") + " to " + day(e, "until")),
            entry("absence-withdrawn", e -> "An absence was withdrawn"),
            entry("vote-cast", e -> "A vote was cast and sealed"),
            entry("vote-opened", Wording::voteOpened),
            entry("votes-opened", Wording::votesOpened),
            entry("quorum-missed", e -> "The vote was not closed: the quorum was missing"),
            entry("decision-recorded", Wording::decision),
            entry("dissent-recorded", e -> "A dissent was recorded"),
            entry("condition-imposed", Wording::condition),
            entry(
                    "asked-condition-answered",
                    e -> e.flag("takenUp")
                            ? "A condition that a vote asked for was taken up"
                            : "A condition that a vote asked for was not taken up, and answered"),
            entry("appeal-requested", e -> "A member who dissented asked for an appeal"),
            entry("appeal-vote-cast", Wording::appealVote),
            entry("appeal-filed", e -> "An appeal was filed"),
            entry("appeal-joined", e -> "Somebody who may appeal, too, joined the appeal"),
            entry("appeal-decided", e -> "The appeal was decided: " + words(e, "result")),
            entry("approval-ran-out", e -> "The approval ran out: its last day was " + day(e, "lastDay")),
            entry("approval-lapsed", e -> "The approval lapsed" + because(e)),
            entry("contract-signed", e -> "The contract was signed"),
            entry("signature-refused", e -> "The signature was refused" + because(e)),
            entry("report-signed", e -> words(e, "report") + " report was signed, until " + day(e, "to")),
            entry(
                    "clock-set-back",
                    e -> "The clock of the application was set back by "
                            + plural(e.number("seconds").orElse(0), "second")),
            entry("report-exported", e -> "A report was downloaded: " + words(e, "report")));

    private static final Map<String, String> OUTCOMES = Map.of(
            "APPROVE", "approved",
            "CONDITIONAL", "approved with conditions",
            "REJECT", "rejected",
            "RETURN", "returned for clarification",
            "SUSPEND", "suspended",
            "EXIT", "to be ended");

    /** What is voted for or done, where the code alone does not say it. */
    private static final Map<String, String> CHOICES =
            Map.of("CONDITIONAL", "approve with conditions", "RETURN", "return for clarification");

    private Wording() {}

    private static String handedOver(RecordEntry entry) {
        String ground =
                switch (word(entry, "ground")) {
                    case "OWNER_GONE" -> ", because its account owner has left or no longer works in sales";
                    case "OVERDUE" -> ", because something was overdue that only its account owner can do";
                    default -> "";
                };
        return "The contract was handed over from " + word(entry, "previousOwner") + " to " + word(entry, "owner")
                + ground;
    }

    /** One sentence without a full stop. */
    public static String sentence(RecordEntry entry) {
        return Stream.of(
                        SENTENCES,
                        ConcernWords.SENTENCES,
                        LetterWords.SENTENCES,
                        PolicyWords.SENTENCES,
                        ErasureWords.SENTENCES,
                        OperationWords.SENTENCES,
                        ProcedureWords.SENTENCES,
                        SampleWords.SENTENCES,
                        FollowUpWords.SENTENCES,
                        RecordWords.SENTENCES,
                        ScreeningWords.SENTENCES)
                .flatMap(words -> Stream.ofNullable(words.get(entry.kind())))
                .findFirst()
                .map(words -> words.apply(entry))
                .orElseGet(() -> kind(entry.kind()));
    }

    /** The name of a kind in words, for example "Decision recorded". */
    public static String kind(String kind) {
        return capital(kind.replace('-', ' '));
    }

    private static String imported(RecordEntry entry) {
        return plural(entry, "registered", "contract") + " registered and "
                + entry.number("updated").orElse(0) + " updated from " + word(entry, "fileName");
    }

    private static String targetChanged(RecordEntry entry) {
        return "Target of " + word(entry, "step") + ", tier " + word(entry, "tier") + ": "
                + entry.number("before").orElse(0) + " to "
                + plural(entry.number("workingDays").orElse(0), "working day");
    }

    private static String stageCompleted(RecordEntry entry) {
        String outcome = entry.text("outcome").map(code -> ": " + choice(code)).orElse("");
        return "Completed: " + words(entry, "stage") + outcome;
    }

    private static String choice(String code) {
        return CHOICES.getOrDefault(code, lower(words(code)));
    }

    private static String triage(RecordEntry entry) {
        return "Triage confirmed: tier " + word(entry, "tier")
                + (entry.flag("raised") ? ", raised from " + word(entry, "tableTier") : "");
    }

    private static String assessment(RecordEntry entry) {
        return "The impact on " + plural(entry.list("rights").size(), "right") + " was assessed, overall severity "
                + lower(words(entry, "overallSeverity"));
    }

    private static String source(RecordEntry entry) {
        return "A source was added: " + word(entry, "title") + ", grade " + word(entry, "grade")
                + (entry.flag("independent") ? ", independent" : ", not independent")
                + (entry.number("corrects").isPresent() ? ", in place of another" : "");
    }

    private static String advice(RecordEntry entry) {
        return (entry.number("version").orElse(1) > 1 ? "Advice was edited: " : "Advice was given: ")
                + lower(words(entry, "element")) + ", " + lower(words(entry, "position"))
                + (entry.number("invalidatedCountersignatures").orElse(0) > 0 ? "; countersignatures are invalid" : "");
    }

    private static String replaced(RecordEntry entry) {
        return "A member left the panel: " + word(entry, "out")
                + entry.text("in").map(in -> "; " + in + " came in").orElse("; no alternate was left");
    }

    private static String voteOpened(RecordEntry entry) {
        return "A sealed vote was opened: " + choice(word(entry, "outcome"));
    }

    /** Entries of the first days hold the votes themselves where the later ones hold their number. */
    private static String votesOpened(RecordEntry entry) {
        long votes = entry.number("votes").orElse(entry.list("votes").size());
        long valid = entry.number("valid").orElse(votes);
        String quorum = valid < entry.number("quorum").orElse(0) ? "; the quorum was not met" : "";
        String carried = entry.text("outcome")
                .map(code -> "; carried: " + OUTCOMES.getOrDefault(code, lower(words(code))))
                .orElse("");
        return plural(votes, "vote") + " opened" + quorum + carried;
    }

    private static String decision(RecordEntry entry) {
        String outcome = entry.text("outcome").orElse("");
        long conditions = entry.number("conditions").orElse(0);
        return "Decided: " + OUTCOMES.getOrDefault(outcome, lower(words(outcome)))
                + (conditions > 0 ? ", " + plural(conditions, "condition") : "");
    }

    private static String condition(RecordEntry entry) {
        return (entry.flag("blocking") ? "A blocking condition was set" : "A condition was set") + ", due "
                + day(entry, "dueOn");
    }

    private static String appealVote(RecordEntry entry) {
        String changedTo = entry.text("outcome")
                .map(code -> " to: " + lower(OUTCOMES.getOrDefault(code, words(code))))
                .orElse("");
        return "Voted on the appeal: " + lower(words(entry, "choice")) + changedTo;
    }
}
