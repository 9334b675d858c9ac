package org.contractethics.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.contractethics.report.internal.FigureTable.Line;
import org.contractethics.report.internal.FigureTable.Value;
import org.jspecify.annotations.Nullable;

/** The table of a figure about concerns, told for whole quarters: numbers that may not be shown are named as such. */
final class QuarterTable {

    private static final int LEAST_FOR_P90 = 10;
    private static final int HOURS = 24;

    private static final Set<Figure> TIMED =
            Set.of(Figure.CONCERN_ACKNOWLEDGED, Figure.CONCERN_FEEDBACK, Figure.CONCERN_CLOSED);
    private static final Set<Figure> SHARED = Set.of(
            Figure.CONCERN_ACKNOWLEDGED,
            Figure.CONCERN_FEEDBACK,
            Figure.CONCERN_FINDINGS,
            Figure.CONCERN_EFFECTS,
            Figure.CONCERN_CAUSES);

    private final Tally now;
    private final Tally before;

    private QuarterTable(Tally now, Tally before) {
        this.now = now;
        this.before = before;
    }

    static FigureTable of(Tally now, Tally before) {
        return new QuarterTable(now, before).table();
    }

    private FigureTable table() {
        List<Line> lines = new ArrayList<>();
        now.rows().forEach((row, label) -> lines.add(new Line(label, values(row))));
        Line total = now.figure().summed() ? new Line("Total", values(null)) : null;
        return new FigureTable(now.figure(), head(), lines, total);
    }

    private List<String> head() {
        List<String> head = new ArrayList<>(List.of(now.told()));
        if (SHARED.contains(now.figure())) {
            head.add("Share");
        }
        if (TIMED.contains(now.figure())) {
            head.addAll(List.of("Median days", "90th percentile days"));
        }
        head.add(before.told() + ", before");
        return head;
    }

    private List<Value> values(@Nullable String row) {
        List<Value> values = new ArrayList<>(List.of(number(now, row, true)));
        if (SHARED.contains(now.figure())) {
            values.add(share(row));
        }
        if (TIMED.contains(now.figure())) {
            values.addAll(times(row));
        }
        values.add(number(before, row, false));
        return values;
    }

    /** Numbers of a whole quarter lead to nothing single, so they lead nowhere. */
    private static Value number(Tally tally, @Nullable String row, boolean leads) {
        int count = tally.count(row, null);
        return tally.withheld(row)
                .map(Value::plain)
                .orElseGet(() -> leads && ConcernQuarter.SORTED.contains(tally.figure())
                        ? Value.count(count, row, null)
                        : Value.number((long) count));
    }

    /** Beside a number that is shown, of a total that is shown. */
    private Value share(@Nullable String row) {
        boolean told = now.withheld(row).isEmpty() && now.withheld(null).isEmpty();
        return told ? Value.percent(now.count(row, null), now.total()) : Value.plain("–");
    }

    /** Of so few that a time would be that of one of them, none is told; so it is where their number is not. */
    private List<Value> times(@Nullable String row) {
        Timing timing = now.timing(row);
        boolean told = now.withheld(row).isEmpty();
        return List.of(
                days(told && timing.count() >= SmallCells.LEAST_SHOWN ? timing.medianHours() : null),
                days(told && timing.count() >= LEAST_FOR_P90 ? timing.p90Hours() : null));
    }

    private static Value days(@Nullable Long hours) {
        return Value.number(hours == null ? null : Long.valueOf(hours / HOURS));
    }
}
