package org.contractethics.access.web;

import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The same words and colours for times, tiers and states on every page; templates read it as {@code @words}. */
@Component("words")
public class Words {

    private static final Map<String, String> TIERS = Map.of(
            "T1", "T1 · standard",
            "T2", "T2 · two reviewers",
            "T3", "T3 · panel",
            "T4", "T4 · presumed refusal");
    private static final Map<String, String> TIER_COLOURS =
            Map.of("T1", "tag-green", "T2", "tag-blue", "T3", "tag-orange", "T4", "tag-red");

    private static final Map<String, String> STATE_COLOURS = Map.ofEntries(
            Map.entry("IN_REVIEW", "tag-blue"),
            Map.entry("OPEN", "tag-blue"),
            Map.entry("RETURNED", "tag-orange"),
            Map.entry("OVERDUE", "tag-red"),
            Map.entry("APPROVED", "tag-green"),
            Map.entry("APPROVE", "tag-green"),
            Map.entry("APPROVED_WITH_CONDITIONS", "tag-yellow"),
            Map.entry("CONDITIONAL", "tag-yellow"),
            Map.entry("REJECTED", "tag-red"),
            Map.entry("REJECT", "tag-red"),
            Map.entry("STOPPED", "tag-red"),
            Map.entry("SIGNED", "tag-green"),
            Map.entry("RESTRICTED", "tag-orange"),
            Map.entry("SUSPENDED", "tag-red"),
            Map.entry("EXITING", "tag-red"),
            Map.entry("EXITED", "tag-red"),
            Map.entry("SENT_BACK", "tag-orange"),
            Map.entry("REPORTED", "tag-yellow"),
            Map.entry("MET", "tag-green"));

    /** A point in time as {@code 24 Nov 2026, 09:14 UTC}, a day as {@code 24 Nov 2026}, nothing as a dash. */
    public String time(@Nullable Object time) {
        if (time instanceof LocalDate day) {
            return Times.words(day);
        }
        if (time instanceof OffsetDateTime moment) {
            return Times.words(moment.toInstant());
        }
        return time instanceof Instant moment ? Times.words(moment) : "–";
    }

    public String tier(@Nullable Object tier) {
        return tier == null ? "Not triaged" : TIERS.getOrDefault(tier.toString(), tier.toString());
    }

    public String tierColour(@Nullable Object tier) {
        return tier == null ? "" : TIER_COLOURS.getOrDefault(tier.toString(), "");
    }

    /** The label of a state; of a plain text the text itself. */
    public String state(@Nullable Object state) {
        if (state == null) {
            return "–";
        }
        try {
            // the enums of the modules share no type, only the habit of saying their words by label()
            Method label = state.getClass().getMethod("label");
            label.setAccessible(true);
            return String.valueOf(label.invoke(state));
        } catch (ReflectiveOperationException withoutLabel) {
            return state.toString();
        }
    }

    public String stateColour(@Nullable Object state) {
        String name = state instanceof Enum<?> known ? known.name() : String.valueOf(state);
        return STATE_COLOURS.getOrDefault(name.toUpperCase(Locale.ROOT).replace(' ', '_'), "");
    }

    /** The name of a form field as words: {@code plannedSignature} becomes "Planned signature". */
    public String fieldName(String name) {
        return ofField(name);
    }

    static String ofField(String name) {
        String words = name.replaceAll("([a-z])([A-Z])", "$1 $2")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
        return words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
