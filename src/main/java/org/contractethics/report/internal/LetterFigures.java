package org.contractethics.report.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.record.RecordEntry;

/** Counts the thresholds that collective letters reached: of whole quarters that are over, by what followed, small numbers hidden. */
final class LetterFigures {

    private static final Map<String, String> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put("HEARING", "The panel hears those who signed");
        ROWS.put("HOLD", "The signature is held");
        ROWS.put("REOPENING", "The review of a running contract is opened again");
        ROWS.put("BOARD", "The board committee is told");
    }

    private LetterFigures() {}

    /** A threshold that a letter reached, to the day. */
    record Reached(Mark mark, String consequence) {

        static Reached of(RecordEntry entry) {
            return new Reached(Mark.of(entry), FactReader.upper(entry, "consequence"));
        }
    }

    static void reached(Casebook book, Scope scope, Tally tally) {
        Period quarter = ConcernQuarter.of(scope);
        tally.tells(quarter);
        ROWS.forEach(tally::row);
        book.letters().stream()
                .filter(reached -> quarter.holds(reached.mark().at()) && ROWS.containsKey(reached.consequence()))
                .forEach(reached -> tally.add(
                        reached.consequence(),
                        Tally.ALL,
                        new Item(
                                reached.mark().entry(),
                                reached.mark().at(),
                                true,
                                null,
                                "A collective letter",
                                "Threshold reached")));
        List<String> rows = List.copyOf(ROWS.keySet());
        SmallCells hidden =
                SmallCells.in(rows.stream().map(row -> tally.count(row, null)).toList());
        hidden.cells().forEach(row -> tally.withhold(rows.get(row), Tally.HIDDEN));
        if (hidden.total()) {
            tally.withhold(null, Tally.HIDDEN);
        }
    }
}
