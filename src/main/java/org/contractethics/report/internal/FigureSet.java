package org.contractethics.report.internal;

import java.util.List;
import java.util.Map;
import org.contractethics.record.TreeHead;

/**
 * All figures for one question, from one state of the record.
 *
 * @param head what was folded
 * @param before the same for the period before
 * @param agencies every agency the record knows, for the filter
 * @param critical the cases behind {@link Figure#CRITICAL_CASES}
 */
public record FigureSet(
        TreeHead head,
        Scope scope,
        Map<Figure, Tally> now,
        Map<Figure, Tally> before,
        List<String> agencies,
        List<CriticalCase> critical) {

    /** The same numbers, which a later state of the record and a later moment have not changed; days go on. */
    FigureSet at(TreeHead later, Scope asked, List<CriticalCase> days) {
        return new FigureSet(later, asked, now, before, agencies, days);
    }

    public Tally now(Figure figure) {
        return counted(now, figure);
    }

    public Tally before(Figure figure) {
        return counted(before, figure);
    }

    /** Whether nothing happened in the period that any figure counts. */
    boolean isEmpty() {
        return now.values().stream()
                .filter(tally -> tally.figure().moment() == Figure.Moment.IN_PERIOD)
                .allMatch(tally -> tally.total() == 0);
    }

    private static Tally counted(Map<Figure, Tally> tallies, Figure figure) {
        Tally tally = tallies.get(figure);
        if (tally == null) {
            throw new IllegalStateException("not counted: " + figure);
        }
        return tally;
    }
}
