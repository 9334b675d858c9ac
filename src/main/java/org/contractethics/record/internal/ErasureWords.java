package org.contractethics.record.internal;

import static java.util.Map.entry;
import static org.contractethics.record.internal.FactWords.lower;
import static org.contractethics.record.internal.FactWords.plural;
import static org.contractethics.record.internal.FactWords.word;
import static org.contractethics.record.internal.FactWords.words;

import java.util.Map;
import java.util.function.Function;
import org.contractethics.record.RecordEntry;

/** What entries about the erasure of people say. */
final class ErasureWords {

    static final Map<String, Function<RecordEntry, String>> SENTENCES = Map.ofEntries(
            entry("erasure-requested", e -> "The erasure of a person was asked for, basis " + basis(e)),
            entry("erasure-declined", e -> "The erasure of a person was declined"),
            entry("erasure-refused", e -> "An erasure was refused: " + lower(words(e, "rule"))),
            entry("erased", ErasureWords::erased));

    private ErasureWords() {}

    private static String erased(RecordEntry entry) {
        long parts = entry.number("parts").orElse(1);
        return "Lawfully erased, basis " + basis(entry) + ": " + plural(entry, "values", "value")
                + (parts > 1 ? ", part " + entry.number("part").orElse(1) + " of " + parts : "");
    }

    /** {@code GDPR_17_1_A} is "Art. 17(1)(a) GDPR". */
    private static String basis(RecordEntry entry) {
        String code = word(entry, "basis");
        return code.matches("GDPR_17_1_[A-F]")
                ? ErasureBasis.valueOf(code.substring(code.length() - 1)).article()
                : code;
    }
}
