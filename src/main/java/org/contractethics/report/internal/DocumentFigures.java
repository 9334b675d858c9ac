package org.contractethics.report.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.report.internal.DocumentCases.DocumentCase;
import org.contractethics.report.internal.DocumentCases.Version;
import org.jspecify.annotations.Nullable;

/** Counts which documents can be searched, and why the others cannot. */
final class DocumentFigures {

    private static final String OTHER = "other";
    private static final Map<String, String> STATES = states();

    private DocumentFigures() {}

    /** As the reading of files names them; a reason that a later version may give stands in a row for all of them. */
    private static Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        states.put(DocumentCases.READ, "Read as text");
        for (String reason : List.of(
                "no text layer",
                "no text",
                "encrypted",
                "encrypted, cannot be opened here",
                "wrong password",
                "unsupported version",
                "damaged",
                "limit hit",
                "reader stopped",
                "hostile")) {
            states.put(reason, Words.of(reason));
        }
        states.put(OTHER, "Another reason");
        states.put(DocumentCases.PENDING, "Not read yet");
        return states;
    }

    static void searchable(Casebook book, Scope scope, Tally tally) {
        STATES.forEach(tally::row);
        book.byBlock().documents(scope, tally, (document, part) -> {
            ContractCase contract = document.contract();
            Version newest = newest(document, scope.asOf());
            if (newest != null && scope.takes(contract.tierAt(scope.asOf()), contract)) {
                Changes.Change state = newest.states().at(scope.asOf());
                String value = state == null ? DocumentCases.PENDING : state.value();
                String row = STATES.containsKey(value) ? value : OTHER;
                Mark mark = state == null ? newest.added() : state.mark();
                part.add(row, Tally.ALL, Item.of(mark, contract, STATES.getOrDefault(row, row)));
            }
        });
    }

    private static @Nullable Version newest(DocumentCase document, Instant moment) {
        return document.versions().stream()
                .filter(version -> version.added().at().isBefore(moment))
                .reduce((first, second) -> second)
                .orElse(null);
    }
}
