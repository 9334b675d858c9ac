package org.contractethics.report.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contractethics.report.internal.FigureTable.Line;
import org.contractethics.report.internal.FigureTable.Value;
import org.jspecify.annotations.Nullable;

/** Makes a table of a figure and the same figure of the period before. */
public final class Tabulating {

    private static final String BEFORE = "Period before";

    private final Tally now;
    private final Tally before;
    private final Map<String, String> columns;
    private final boolean split;

    private Tabulating(Tally now, Tally before) {
        this.now = now;
        this.before = before;
        this.columns = columns(now);
        this.split = columns.keySet().stream().anyMatch(column -> !column.equals(Tally.ALL));
    }

    public static FigureTable table(Tally now, Tally before) {
        return switch (now.figure().moment()) {
            case QUARTER -> sensitive(now, before);
            case LAST_QUARTER -> QuarterTable.of(now, before);
            default -> new Tabulating(now, before).table();
        };
    }

    private FigureTable table() {
        List<Line> lines = new ArrayList<>();
        rows(now, before).forEach((row, label) -> lines.add(new Line(label, values(row))));
        return new FigureTable(
                now.figure(), head(), lines, now.figure().summed() ? new Line("Total", values(null)) : null);
    }

    private List<String> head() {
        List<String> head = new ArrayList<>();
        if (split) {
            head.addAll(columns.values());
        }
        head.add(split ? "Total" : "Number");
        Shares.of(now.figure())
                .ifPresent(share -> head.addAll(List.of(share.head(), share.head() + ", period before")));
        if (now.timed()) {
            head.addAll(List.of(
                    "Median hours", "90th percentile hours", "Median working days", "90th percentile working days"));
        }
        if (now.figure() == Figure.STAGE_TIMES) {
            head.add("Due after working days (median)");
        }
        if (now.figure() == Figure.DOCUMENTS) {
            head.addAll(List.of("Share", "Share, period before"));
        }
        if (now.figure() == Figure.VALUE_DECIDED) {
            head.addAll(List.of("Amount approved", "Amount not approved", "Amount approved, period before"));
        }
        if (now.figure().valued()) {
            head.addAll(List.of("Amount", "Amount, period before"));
        }
        if (now.figure().moment() != Figure.Moment.WHOLE_RECORD) {
            head.add(BEFORE);
        }
        return head;
    }

    private List<Value> values(@Nullable String row) {
        List<Value> values = new ArrayList<>();
        if (split) {
            columns.keySet().forEach(column -> values.add(Value.count(now.count(row, column), row, column)));
        }
        values.add(Value.count(now.count(row, null), row, null));
        Shares.of(now.figure()).ifPresent(share -> values.addAll(List.of(share.of(now, row), share.of(before, row))));
        if (now.timed()) {
            values.addAll(timing(now.timing(row)));
        }
        if (now.figure() == Figure.STAGE_TIMES) {
            values.add(Value.number(now.timing(row).targetWorkingDays()));
        }
        if (now.figure() == Figure.DOCUMENTS) {
            values.addAll(List.of(ofAll(now, row), ofAll(before, row)));
        }
        if (now.figure() == Figure.VALUE_DECIDED) {
            values.addAll(
                    List.of(worth(now, row, "approved"), worth(now, row, "refused"), worth(before, row, "approved")));
        }
        if (now.figure().valued()) {
            values.addAll(List.of(worth(now, row, Tally.ALL), worth(before, row, Tally.ALL)));
        }
        if (now.figure().moment() != Figure.Moment.WHOLE_RECORD) {
            values.add(comparison(row));
        }
        return values;
    }

    private static Value ofAll(Tally tally, @Nullable String row) {
        return Value.percent(tally.count(row, null), tally.total());
    }

    /** Of one currency; amounts in several have no sum. */
    private static Value worth(Tally tally, @Nullable String row, String column) {
        String currency = row == null ? "" : ValueFigures.currency(row);
        return row == null || !Amount.isCurrency(currency)
                ? Value.plain("–")
                : Value.number(Amount.whole(currency, tally.worth(row, column)));
    }

    private static List<Value> timing(Timing timing) {
        return List.of(
                Value.number(timing.medianHours()),
                Value.number(timing.p90Hours()),
                Value.number(timing.medianWorkingDays()),
                Value.number(timing.p90WorkingDays()));
    }

    /** Where time is the figure, the median before says more than the number before. */
    private Value comparison(@Nullable String row) {
        if (now.timed()) {
            Timing timing = before.timing(row);
            return timing.medianHours() == null
                    ? Value.plain("–")
                    : Value.plain("median " + timing.medianHours() + " hours");
        }
        int count = before.count(row, null);
        return new Value(String.valueOf(count), (double) count, false, null, null);
    }

    /** One column only: every further cut is one more number to work out a hidden one from. */
    private static FigureTable sensitive(Tally now, Tally before) {
        List<String> keys = List.copyOf(now.rows().keySet());
        SmallCells hiddenNow = hidden(now, keys);
        SmallCells hiddenBefore = hidden(before, keys);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            lines.add(new Line(
                    Objects.requireNonNull(now.rows().get(key)),
                    List.of(
                            told(now, key, hiddenNow.cells().contains(i), Value.count(now.count(key, null), key, null)),
                            told(before, key, hiddenBefore.cells().contains(i), Value.number((long)
                                    before.count(key, null))))));
        }
        Line total = new Line(
                "Total",
                List.of(
                        told(now, null, hiddenNow.total(), Value.count(now.total(), null, null)),
                        told(before, null, hiddenBefore.total(), Value.number((long) before.total()))));
        return new FigureTable(now.figure(), List.of("Number", "Quarter before"), lines, total);
    }

    private static Value told(Tally tally, @Nullable String row, boolean hidden, Value number) {
        return tally.withheld(row).map(Value::plain).orElseGet(() -> hidden ? Value.hidden() : number);
    }

    private static SmallCells hidden(Tally tally, List<String> keys) {
        return SmallCells.in(keys.stream().map(key -> tally.count(key, null)).toList());
    }

    /** Rows in which nothing is counted, now or before, would only stand in the way. */
    private static Map<String, String> rows(Tally now, Tally before) {
        Map<String, String> rows = new LinkedHashMap<>(now.rows());
        before.rows().forEach(rows::putIfAbsent);
        rows.keySet().removeIf(row -> now.count(row, null) == 0 && before.count(row, null) == 0);
        return rows;
    }

    /** Tiers without any contract are left out; months without a decision are not, since they are part of the course. */
    private static Map<String, String> columns(Tally now) {
        Map<String, String> columns = new LinkedHashMap<>(now.columns());
        if (now.figure() == Figure.CONTRACTS) {
            columns.keySet().removeIf(column -> now.count(null, column) == 0);
        }
        return columns;
    }
}
