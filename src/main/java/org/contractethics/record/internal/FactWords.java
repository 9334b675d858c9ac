package org.contractethics.record.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.contractethics.record.RecordEntry;
import org.contractethics.shared.Times;

/** The facts of an entry in words, as parts of a sentence. */
final class FactWords {

    private FactWords() {}

    /** A code in words: {@code LEGAL_STOP} and {@code legal-stop} are both "Legal stop". */
    static String words(String code) {
        return capital(code.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' '));
    }

    static String word(RecordEntry entry, String fact) {
        return entry.text(fact).orElse("(not stated)");
    }

    static String words(RecordEntry entry, String fact) {
        return words(word(entry, fact));
    }

    /** A day, whether the fact is a date or a time. */
    static String day(RecordEntry entry, String fact) {
        String text = word(entry, fact);
        try {
            return Times.words(LocalDate.parse(text.length() < 10 ? text : text.substring(0, 10)));
        } catch (DateTimeException e) {
            return text;
        }
    }

    static String plural(RecordEntry entry, String fact, String noun) {
        return plural(entry.number(fact).orElse(0), noun);
    }

    static String plural(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    static String taken(RecordEntry entry) {
        String contract = "Contract " + word(entry, "reference");
        return entry.text("owner").filter(owner -> !owner.equals(entry.actor())).isPresent()
                ? contract + " was given an account owner"
                : contract + " was taken over from the register";
    }

    static String redactionRequested(RecordEntry entry) {
        String why = entry.text("secrecy").isPresent() ? " because of secrecy terms" : "";
        String meanwhile = entry.text("provisionalUntil").isPresent()
                ? ", withheld meanwhile until " + day(entry, "provisionalUntil")
                : "";
        return "A redaction was asked for" + why + listed(entry, "fields") + until(entry) + meanwhile;
    }

    /** By nobody where its ground fell away before anybody decided. */
    static String redactionRefused(RecordEntry entry) {
        boolean withdrawn = "system".equals(entry.actor());
        return "A redaction " + (withdrawn ? "is not asked for any more" : "was refused") + listed(entry, "fields");
    }

    static String opened(RecordEntry entry) {
        List<String> changed =
                entry.list("changed").stream().map(String::valueOf).toList();
        if (!changed.isEmpty()) {
            return "A delta review of what changed began: " + String.join(", ", changed);
        }
        return Boolean.TRUE.equals(entry.facts().get("calledIn"))
                ? "The contract was called in for review; nobody had submitted it"
                : "The contract was submitted for review";
    }

    static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Tiers keep their capital letter in the middle of a sentence. */
    static String lower(String words) {
        return words.matches("T[1-4]") ? words : words.toLowerCase(Locale.ROOT);
    }

    static String because(RecordEntry entry) {
        return entry.text("reason").map(reason -> ": " + reason).orElse("");
    }

    /** Who acted where conflicts bar every panel chair; nothing where a chair did. */
    static String inPlaceOfChair(RecordEntry entry) {
        return switch (entry.text("actsAs").orElse("")) {
            case "ACTING_CHAIR" -> ", by the acting chair, because conflicts bar the panel chairs";
            case "BOARD_COMMITTEE" -> ", by the board committee, because conflicts bar the panel chairs";
            default -> "";
        };
    }

    static String listed(RecordEntry entry, String fact) {
        List<String> names = entry.list(fact).stream().map(String::valueOf).toList();
        return names.isEmpty() ? "" : ": " + String.join(", ", names);
    }

    static String until(RecordEntry entry) {
        return entry.text("endsOn").isPresent() ? ", last day " + day(entry, "endsOn") : "";
    }

    static String reasons(RecordEntry entry) {
        return entry.text("reasons").map(reasons -> ": " + reasons).orElse("");
    }
}
