package org.contractethics.record.internal;

import static java.util.Map.entry;
import static org.contractethics.record.internal.FactWords.plural;
import static org.contractethics.record.internal.FactWords.word;
import static org.contractethics.record.internal.FactWords.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contractethics.record.RecordEntry;
import org.contractethics.shared.Role;

/** What entries about the running of the application say. */
final class OperationWords {

    static final Map<String, Function<RecordEntry, String>> SENTENCES = Map.ofEntries(
            entry("settings-changed", OperationWords::settings),
            entry("schema-migrated", OperationWords::migrations),
            entry("roles-changed", OperationWords::roles),
            entry("webhook-subscribed", e -> "The system at " + word(e, "host") + " is told of events from now on"),
            entry("webhook-ended", e -> "The system at " + word(e, "host") + " is told of events no more"),
            entry("webhook-sent-again", e -> "A message to the system at " + word(e, "host") + " was sent again"));

    private static final int NAMED = 3;

    private OperationWords() {}

    private static String settings(RecordEntry entry) {
        List<?> changes = entry.list("changes");
        boolean first = changes.stream().allMatch(change -> !has(change, "old") && !has(change, "oldText"));
        return first && changes.size() > NAMED
                ? "The settings in force were told: " + plural(changes.size(), "setting")
                : plural(changes.size(), "setting") + " changed: " + some(changes, "setting");
    }

    private static String migrations(RecordEntry entry) {
        List<?> migrations = entry.list("migrations");
        return "The tables were migrated: " + some(migrations, "script");
    }

    private static String roles(RecordEntry entry) {
        List<?> changes = entry.list("changes");
        return changes.size() == 1
                ? one(changes.get(0))
                : "Roles of " + changes.size() + " people changed: " + some(changes, "person");
    }

    private static String one(Object change) {
        List<String> said = new ArrayList<>();
        codes(change, "gained").ifPresent(roles -> said.add("gained " + roles));
        codes(change, "lost").ifPresent(roles -> said.add("lost " + roles));
        return "Roles changed: " + text(change, "person") + " " + String.join(" and ", said);
    }

    private static Optional<String> codes(Object change, String fact) {
        return change instanceof Map<?, ?> facts && facts.get(fact) instanceof List<?> codes && !codes.isEmpty()
                ? Optional.of(
                        codes.stream().map(code -> role(String.valueOf(code))).collect(Collectors.joining(", ")))
                : Optional.empty();
    }

    private static String role(String code) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(code))
                .map(Role::label)
                .findFirst()
                .orElseGet(() -> words(code));
    }

    /** The first few by their names. */
    private static String some(List<?> changes, String fact) {
        String named = changes.stream().limit(NAMED).map(one -> text(one, fact)).collect(Collectors.joining(", "));
        int more = changes.size() - NAMED;
        return more > 0 ? named + " and " + more + " more" : named;
    }

    private static String text(Object change, String fact) {
        return change instanceof Map<?, ?> facts && facts.get(fact) instanceof String text ? text : "(not stated)";
    }

    private static boolean has(Object change, String fact) {
        return change instanceof Map<?, ?> facts && facts.containsKey(fact);
    }
}
