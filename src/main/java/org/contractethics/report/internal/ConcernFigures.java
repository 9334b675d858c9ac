package org.contractethics.report.internal;

import java.util.Collections;
import java.util.Set;
import org.contractethics.report.internal.ConcernCases.Counted;
import org.contractethics.report.internal.ConcernCells.Cell;
import org.jspecify.annotations.Nullable;

/** Counts concerns, and knows nothing of them but days, the way they came in, a topic and a state. */
final class ConcernFigures {

    private static final String SUBJECT = "A concern";
    private static final String NOT_COUNTED = "not counted";

    private ConcernFigures() {}

    /**
     * Always whole calendar quarters, one at a time, and never cut further: the difference of two such numbers is then never a
     * number that would itself be hidden.
     */
    static void concerns(Casebook book, Scope scope, Tally tally) {
        Period quarter = Period.quarterOf(scope.period().to());
        Scope whole = new Scope(quarter, null, null, scope.now());
        for (ConcernCase.State state : ConcernCase.State.values()) {
            tally.row(state.name(), state.label());
        }
        if (!quarter.end().isAfter(scope.now()) && !counts(book, quarter, scope, tally)) {
            return;
        }
        for (ConcernCase concern : book.concerns().all()) {
            if (quarter.holds(concern.filed().at())) {
                Changes.Change change = concern.stateAt(whole.asOf());
                String label = ConcernCase.State.valueOf(change.value()).label();
                tally.add(change.value(), Tally.ALL, item(change.mark(), label));
            }
        }
    }

    /** Counted one by one, by the row that each concern belongs to. */
    static void sorted(Casebook book, Scope scope, Tally tally) {
        Period quarter = begun(scope, tally);
        if (!counts(book, quarter, scope, tally)) {
            return;
        }
        for (ConcernCase concern : book.concerns().all()) {
            ConcernQuarter.place(tally.figure(), concern, quarter).ifPresent(placed -> {
                tally.add(placed.row(), Tally.ALL, item(placed.mark(), label(tally, placed.row())));
                tally.took(placed.row(), new Tally.Duration(placed.days() * 24, 0, null));
            });
        }
        withhold(book, quarter, tally);
    }

    /** Counted for the whole quarter, because the record tells nothing of single ones. */
    static void counted(Casebook book, Scope scope, Tally tally) {
        Period quarter = begun(scope, tally);
        if (!counts(book, quarter, scope, tally)) {
            return;
        }
        Counted counted = book.concerns().counted(quarter).orElse(null);
        for (String row : ConcernQuarter.rows(tally.figure()).keySet()) {
            if (counted != null) {
                Item item = item(counted.mark(), label(tally, row));
                int number = number(row, book, quarter, counted);
                Collections.nCopies(number, item).forEach(one -> tally.add(row, Tally.ALL, one));
            }
        }
        for (ConcernCase concern : book.concerns().all()) {
            also(tally, "filed", Figure.CONCERN_APPEALS, concern.appealed(), quarter);
            also(tally, "cases", Figure.RETALIATION, caseOf(concern), quarter);
        }
        withhold(book, quarter, tally);
    }

    /** Nothing is told of a quarter while something of it may still come into the record. */
    private static boolean counts(Casebook book, Period quarter, Scope scope, Tally tally) {
        boolean told = ConcernQuarter.told(book, quarter, scope.now());
        if (!told) {
            tally.rows().keySet().forEach(row -> tally.withhold(row, NOT_COUNTED));
            tally.withhold(null, NOT_COUNTED);
        }
        return told;
    }

    private static int number(String row, Casebook book, Period quarter, Counted counted) {
        return switch (row) {
            case ConcernRows.NO_CAUSE -> ConcernQuarter.withoutCause(book, quarter, counted);
            case ConcernRows.NO_MATTER -> ConcernQuarter.withoutMatter(book, quarter, counted);
            default -> counted.number(row);
        };
    }

    private static Period begun(Scope scope, Tally tally) {
        Period quarter = ConcernQuarter.of(scope);
        tally.tells(quarter);
        ConcernQuarter.rows(tally.figure()).forEach(tally::row);
        return quarter;
    }

    private static @Nullable Mark caseOf(ConcernCase concern) {
        return concern.topic().equals("RETALIATION") ? concern.filed() : null;
    }

    private static void also(Tally tally, String row, Figure figure, @Nullable Mark mark, Period quarter) {
        if (tally.figure() == figure && mark != null && quarter.holds(mark.at())) {
            tally.add(row, Tally.ALL, item(mark, label(tally, row)));
        }
    }

    private static void withhold(Casebook book, Period quarter, Tally tally) {
        Set<Cell> shown = book.concerns().shown(quarter, book);
        tally.rows().keySet().stream()
                .filter(row -> !shown.contains(new Cell(tally.figure(), row)))
                .forEach(row -> tally.withhold(row, Tally.HIDDEN));
        if (!shown.contains(new Cell(tally.figure(), null))) {
            tally.withhold(null, Tally.HIDDEN);
        }
    }

    private static String label(Tally tally, String row) {
        return tally.rows().getOrDefault(row, row);
    }

    private static Item item(Mark mark, String what) {
        return new Item(mark.entry(), mark.at(), true, null, SUBJECT, what);
    }
}
