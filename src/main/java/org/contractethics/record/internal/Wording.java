package org.contractethics.record.internal;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.contractethics.record.RecordEntry;

/** What an entry says, in plain words: one sentence for each kind. A kind without one is told by its name. */
public final class Wording {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);

    private static final Map<String, Function<RecordEntry, String>> SENTENCES = Map.ofEntries(
            entry("contract-registered", e -> "Contract " + word(e, "reference") + " was registered"),
            entry("contracts-imported", Wording::imported),
            entry("contract-changed", e -> "The facts of the contract were changed" + listed(e, "fields")),
            entry("contract-taken", e -> "Contract " + word(e, "reference") + " was taken over from the register"),
            entry("redaction-requested", e -> "A redaction was asked for" + listed(e, "fields") + until(e)),
            entry("redaction-approved", e -> "A redaction was approved" + listed(e, "fields") + until(e)),
            entry("redaction-refused", e -> "A redaction was refused" + listed(e, "fields")),
            entry("redaction-ended", e -> "A redaction was ended before its last day" + listed(e, "fields")),
            entry("document-added", Wording::documentAdded),
            entry("document-read", e -> "The text of a document was read: " + plural(e, "clauses", "clause")),
            entry("document-unreadable", e -> "The text of a document could not be read" + because(e)),
            entry("review-opened", e -> "The contract was submitted for review"),
            entry("stage-completed", Wording::stageCompleted),
            entry("stage-escalated", e -> "Overdue: " + words(e, "stage") + ", due " + day(e, "dueAt")),
            entry("comment-added", e -> "A comment was added to the discussion"),
            entry("task-claimed", e -> "Took on: " + words(e, "stage")),
            entry("task-returned", e -> "Gave back: " + words(e, "stage")),
            entry("triage-confirmed", Wording::triage),
            entry("assessment-recorded", Wording::assessment),
            entry("recusal-declared", e -> "Stepped back from: " + words(e, "stage")),
            entry("vote-cast", e -> "A vote was cast and sealed"),
            entry("votes-opened", Wording::votesOpened),
            entry("decision-recorded", Wording::decision),
            entry("dissent-recorded", e -> "A dissent was recorded"),
            entry("condition-imposed", Wording::condition),
            entry("appeal-filed", e -> "An appeal was filed"),
            entry("appeal-decided", e -> "The appeal was decided: " + words(e, "result")),
            entry("contract-signed", e -> "The contract was signed"),
            entry("signature-refused", e -> "The signature was refused" + because(e)),
            entry("concern-filed", e -> "A concern was filed"),
            entry("concern-acknowledged", e -> "The receipt of a concern was acknowledged"),
            entry("concern-answered", e -> "A concern was answered"),
            entry("concern-message-added", e -> "A message was added to a concern"),
            entry("concern-escalated", e -> "A concern is overdue for an answer"),
            entry("report-exported", e -> "A report was downloaded: " + words(e, "report")));

    private static final Map<String, String> OUTCOMES = Map.of(
            "APPROVE", "approved",
            "CONDITIONAL", "approved with conditions",
            "REJECT", "rejected",
            "RETURN", "returned for clarification",
            "SUSPEND", "suspended",
            "EXIT", "to be ended");

    private Wording() {}

    /** One sentence without a full stop. */
    public static String sentence(RecordEntry entry) {
        return SENTENCES
                .getOrDefault(entry.kind(), unknown -> kind(unknown.kind()))
                .apply(entry);
    }

    /** The name of a kind in words, for example "Decision recorded". */
    public static String kind(String kind) {
        return capital(kind.replace('-', ' '));
    }

    /** A code in words: {@code LEGAL_STOP} and {@code legal-stop} are both "Legal stop". */
    public static String words(String code) {
        return capital(code.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' '));
    }

    private static String imported(RecordEntry entry) {
        return plural(entry, "registered", "contract") + " registered and "
                + entry.number("updated").orElse(0) + " updated from " + word(entry, "fileName");
    }

    private static String documentAdded(RecordEntry entry) {
        long number = entry.number("number").orElse(1);
        return "Document " + word(entry, "fileName") + " was added" + (number > 1 ? " as version " + number : "");
    }

    private static String stageCompleted(RecordEntry entry) {
        String outcome =
                entry.text("outcome").map(code -> ": " + lower(words(code))).orElse("");
        return "Completed: " + words(entry, "stage") + outcome;
    }

    private static String triage(RecordEntry entry) {
        return "Triage confirmed: tier " + word(entry, "tier")
                + (entry.flag("raised") ? ", raised from " + word(entry, "tableTier") : "");
    }

    private static String assessment(RecordEntry entry) {
        return "The impact on " + plural(entry.list("rights").size(), "right") + " was assessed, overall severity "
                + lower(words(entry, "overallSeverity"));
    }

    private static String votesOpened(RecordEntry entry) {
        return plural(entry.list("votes").size(), "vote") + " opened"
                + (entry.facts().containsKey("valid") && !entry.flag("valid") ? "; the quorum was not met" : "");
    }

    private static String decision(RecordEntry entry) {
        String outcome = entry.text("outcome").orElse("");
        long conditions = entry.number("conditions").orElse(0);
        return "Decided: " + OUTCOMES.getOrDefault(outcome, lower(words(outcome)))
                + (conditions > 0 ? ", " + plural(conditions, "condition") : "");
    }

    private static String condition(RecordEntry entry) {
        return (entry.flag("blocking") ? "A condition was set that blocks the signature" : "A condition was set")
                + ", due " + day(entry, "dueOn");
    }

    private static String because(RecordEntry entry) {
        return entry.text("reason").map(reason -> ": " + reason).orElse("");
    }

    private static String listed(RecordEntry entry, String fact) {
        List<String> names = entry.list(fact).stream().map(String::valueOf).toList();
        return names.isEmpty() ? "" : ": " + String.join(", ", names);
    }

    private static String until(RecordEntry entry) {
        return entry.text("endsOn").isPresent() ? ", last day " + day(entry, "endsOn") : "";
    }

    private static String word(RecordEntry entry, String fact) {
        return entry.text(fact).orElse("(not stated)");
    }

    private static String words(RecordEntry entry, String fact) {
        return words(word(entry, fact));
    }

    /** A day, whether the fact is a date or a time. */
    private static String day(RecordEntry entry, String fact) {
        String text = word(entry, fact);
        try {
            return DAY.format(Instant.parse(text.length() == 10 ? text + "T00:00:00Z" : text));
        } catch (java.time.DateTimeException e) {
            return text;
        }
    }

    private static String plural(RecordEntry entry, String fact, String noun) {
        return plural(entry.number(fact).orElse(0), noun);
    }

    private static String plural(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Tiers keep their capital letter in the middle of a sentence. */
    private static String lower(String words) {
        return words.matches("T[1-4]") ? words : words.toLowerCase(Locale.ROOT);
    }
}
