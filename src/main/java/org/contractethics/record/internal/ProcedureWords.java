package org.contractethics.record.internal;

import static org.contractethics.record.internal.FactWords.because;
import static org.contractethics.record.internal.FactWords.reasons;

import java.util.Map;
import java.util.function.Function;
import org.contractethics.record.RecordEntry;

/** What entries about procedures, their versions and the steps of the engine say. */
final class ProcedureWords {

    static final Map<String, Function<RecordEntry, String>> SENTENCES = Map.of(
            "case-moved", e -> "Moved to a newer version of its procedure" + reasons(e),
            "case-not-moved", e -> "Stays with the version of its procedure" + because(e),
            "step-given-up", e -> "The system could not do a step of the procedure; it goes on trying",
            "step-tried-again", e -> "A step that the system could not do was tried again");

    private ProcedureWords() {}
}
