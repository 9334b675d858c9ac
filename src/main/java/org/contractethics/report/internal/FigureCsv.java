package org.contractethics.report.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.contractethics.report.internal.FigureTable.Line;
import org.contractethics.shared.Csv;

/** All figures of a report as comma separated values: one line for each number, so that any program can sort them. */
public final class FigureCsv {

    private FigureCsv() {}

    public static byte[] of(FigureSet set) {
        StringBuilder csv = new StringBuilder(Csv.MARK);
        csv.append(Csv.line(List.of("Figure", "Row", "Column", "Value", "From", "To")));
        for (Figure figure : Figure.values()) {
            FigureTable table = Tabulating.table(set.now(figure), set.before(figure));
            lines(table).forEach(line -> append(csv, set.scope().told(figure), table, line));
        }
        set.critical().forEach(found -> critical(csv, set.scope().period(), found));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<Line> lines(FigureTable table) {
        List<Line> lines = new ArrayList<>(table.lines());
        Line total = table.total();
        if (total != null) {
            lines.add(total);
        }
        return lines;
    }

    /** Each critical case besides their number. */
    private static void critical(StringBuilder csv, Period period, CriticalCase found) {
        List<List<Object>> told = List.of(
                List.of("Rights", String.join(", ", found.rights())),
                List.of("Decision", found.decision()),
                List.of("Conditions", found.conditions()),
                List.of("Days", found.days()));
        told.forEach(one -> csv.append(Csv.line(List.of(
                "Critical case",
                found.item().subject(),
                one.get(0),
                one.get(1),
                period.from().toString(),
                period.to().toString()))));
    }

    private static void append(StringBuilder csv, Period period, FigureTable table, Line line) {
        for (int i = 0; i < line.values().size(); i++) {
            csv.append(Csv.line(List.of(
                    table.figure().title(),
                    line.label(),
                    table.head().get(i),
                    line.values().get(i).told(),
                    period.from().toString(),
                    period.to().toString())));
        }
    }
}
