package org.contractethics.report.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.contractethics.report.internal.FigureTable.Line;
import org.contractethics.shared.Csv;

/**
 * All figures of a report as comma separated values: one line for each number, so that any program can sort them. Codes
 * stand as they are, and what they are called in a column of its own.
 */
final class FigureCsv {

    private FigureCsv() {}

    static byte[] of(FigureSet set, List<RuleChanges.Change> rules, TitledRights titled) {
        StringBuilder csv = new StringBuilder(Csv.MARK);
        csv.append(Csv.line(List.of("Figure", "Row", "Column", "Value", "From", "To", "Name")));
        for (Figure figure : Figure.values()) {
            FigureTable table = Tabulating.table(set.now(figure), set.before(figure));
            lines(table).forEach(line -> append(csv, set.scope().told(figure), table, line, titled));
        }
        set.critical().forEach(found -> critical(csv, set.scope().period(), found, titled));
        rules.forEach(change -> changed(csv, set.scope().period(), change));
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
    private static void critical(StringBuilder csv, Period period, CriticalCase found, TitledRights titled) {
        List<List<Object>> told = List.of(
                List.of("Rights", String.join(", ", found.rights()), titled.titles(found)),
                List.of("Decision", found.decision(), ""),
                List.of("Conditions", found.conditions(), ""),
                List.of("Days", found.days(), ""));
        told.forEach(one -> append(csv, period, "Critical case", found.item().subject(), one));
    }

    /** Each version of the rules that came into force. */
    private static void changed(StringBuilder csv, Period period, RuleChanges.Change change) {
        List<List<Object>> told = List.of(
                List.of("In force since", change.since().toString(), ""),
                List.of("What changed", change.changed(), ""),
                List.of("Reason", change.reason(), ""));
        told.forEach(one -> append(csv, period, "Change of the rules", change.named(), one));
    }

    private static void append(StringBuilder csv, Period period, String what, String about, List<Object> told) {
        csv.append(Csv.line(List.of(
                what,
                about,
                told.get(0),
                told.get(1),
                period.from().toString(),
                period.to().toString(),
                told.get(2))));
    }

    private static void append(StringBuilder csv, Period period, FigureTable table, Line line, TitledRights titled) {
        for (int i = 0; i < line.values().size(); i++) {
            csv.append(Csv.line(List.of(
                    table.figure().title(),
                    line.label(),
                    table.head().get(i),
                    line.values().get(i).told(),
                    period.from().toString(),
                    period.to().toString(),
                    titled.title(table.figure(), line.label()))));
        }
    }
}
