package org.contractethics.record.internal;

import static java.util.Map.entry;
import static org.contractethics.record.internal.FactWords.because;
import static org.contractethics.record.internal.FactWords.lower;
import static org.contractethics.record.internal.FactWords.word;
import static org.contractethics.record.internal.FactWords.words;

import java.util.Map;
import java.util.function.Function;
import org.contractethics.record.RecordEntry;

/** What entries about collective letters say. */
final class LetterWords {

    static final Map<String, Function<RecordEntry, String>> SENTENCES = Map.ofEntries(
            entry("letter-rewritten", e -> "The text of a letter was changed; signatures begin anew"),
            entry("letter-closed", e -> "A letter was closed for signing"),
            entry(
                    "letter-threshold-reached",
                    e -> "A letter was signed by " + e.number("threshold").orElse(0) + " people or more: "
                            + lower(words(e, "consequence"))),
            entry("letter-signature-invalidated", e -> "A signature on a letter was declared invalid" + because(e)),
            entry("letter-names-revealed", e -> "Names of a letter were opened, of those who had agreed"),
            entry("letter-names-destroyed", e -> "Who signed a letter was destroyed, because its answer stands"),
            entry(
                    "letter-threshold-changed",
                    e -> "Threshold of letters for " + lower(words(e, "consequence")) + ": " + word(e, "threshold")),
            entry(
                    "headcount-changed",
                    e -> "The headcount was set to " + e.number("people").orElse(0)));

    private LetterWords() {}
}
