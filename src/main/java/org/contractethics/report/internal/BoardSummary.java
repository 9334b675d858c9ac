package org.contractethics.report.internal;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.contractethics.paper.Paper;
import org.contractethics.report.internal.FigureTable.Line;

/** The board report on half a page: totals of figures of the report, each under its own title and counted as its definition says. */
final class BoardSummary {

    private static final List<Figure> TOLD = List.of(
            Figure.DECISIONS,
            Figure.SIGNED_WITHOUT_DECISION,
            Figure.CRITICAL_CASES,
            Figure.OVERDUE,
            Figure.OPEN_CONDITIONS,
            Figure.DISSENTS,
            Figure.INCIDENTS,
            Figure.CONCERNS);

    private BoardSummary() {}

    static void add(Paper.Builder paper, FigureSet set) {
        paper.heading(1, "Summary")
                .items(TOLD.stream().map(figure -> line(set, figure)).toList(), "Nothing is counted.")
                .text(
                        "Each line is the total of the figure of that name in this report and is counted as its definition says.");
    }

    private static String line(FigureSet set, Figure figure) {
        if (figure.sensitive()) {
            return quarter(set, figure);
        }
        Tally now = set.now(figure);
        if (figure.moment() == Figure.Moment.WHOLE_RECORD) {
            return figure.title() + ", in the whole record: " + now.total() + ". It must be 0.";
        }
        String parts = now.rows().entrySet().stream()
                .filter(row -> now.count(row.getKey(), null) > 0)
                .map(row -> row.getValue() + " " + now.count(row.getKey(), null))
                .collect(Collectors.joining(", "));
        return figure.title() + ": " + now.total() + ", in the period before "
                + set.before(figure).total() + "." + (parts.isEmpty() ? "" : " " + parts + ".");
    }

    /** With what the table of the figure hides: small numbers about people who raised concerns. */
    private static String quarter(FigureSet set, Figure figure) {
        Line total = Objects.requireNonNull(
                Tabulating.table(set.now(figure), set.before(figure)).total());
        return figure.title() + ", filed in " + set.scope().told(figure).words() + ": "
                + total.values().get(0).text() + ", in the quarter before "
                + total.values().get(1).text() + ".";
    }
}
