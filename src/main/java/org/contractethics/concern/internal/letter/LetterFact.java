package org.contractethics.concern.internal.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** What the record learns of a letter: never who signed, never how many exactly, never a text of it. */
record LetterFact(String kind, String actor, Instant occurredAt, Map<String, Object> facts) implements RecordedEvent {

    private static final String SYSTEM = "system";

    static LetterFact reached(Letter letter, Consequence consequence, int threshold, Instant day) {
        return new LetterFact(
                "letter-threshold-reached",
                SYSTEM,
                day,
                Map.of("concernId", id(letter), "consequence", consequence.name(), "threshold", threshold));
    }

    static LetterFact invalidated(Letter letter, String officer, String because, Instant now) {
        return new LetterFact(
                "letter-signature-invalidated", officer, now, Map.of("concernId", id(letter), "reason", because));
    }

    static LetterFact revealed(Letter letter, Instant now) {
        return new LetterFact("letter-names-revealed", SYSTEM, now, Map.of("concernId", id(letter)));
    }

    static LetterFact namesDestroyed(Letter letter, Instant now) {
        return new LetterFact("letter-names-destroyed", SYSTEM, now, Map.of("concernId", id(letter)));
    }

    static LetterFact thresholdChanged(
            Consequence consequence, String words, String actor, String reason, Instant now) {
        return new LetterFact(
                "letter-threshold-changed",
                actor,
                now,
                Map.of("consequence", consequence.name(), "threshold", words, "reason", reason));
    }

    static LetterFact headcountChanged(int people, String actor, String reason, Instant now) {
        return new LetterFact("headcount-changed", actor, now, Map.of("people", people, "reason", reason));
    }

    @Override
    public @Nullable ContractId contract() {
        return null;
    }

    static Instant dayOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String id(Letter letter) {
        return letter.id().toString();
    }
}
