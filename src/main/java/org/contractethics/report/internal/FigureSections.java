package org.contractethics.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.contractethics.paper.Paper;
import org.contractethics.paper.Paper.Cell;
import org.contractethics.report.internal.FigureTable.Line;
import org.contractethics.report.internal.FigureTable.Value;
import org.jspecify.annotations.Nullable;

/** Figures as parts of a paper: definition, chart, and always the table under it. */
final class FigureSections {

    private FigureSections() {}

    static void add(Paper.Builder paper, FigureTable table, @Nullable FigureChart chart, Leads leads) {
        paper.heading(2, table.figure().title())
                .text(table.figure().definition())
                .chart(chart == null ? null : chart.chart());
        List<String> head = Stream.concat(Stream.of(table.figure().rowHead()), table.head().stream())
                .toList();
        List<List<Cell>> rows = new ArrayList<>();
        table.lines().forEach(line -> rows.add(cells(table.figure(), line, leads)));
        Line total = table.total();
        if (total != null) {
            rows.add(cells(table.figure(), total, leads));
        }
        paper.numbers(head, rows, "Nothing is counted.");
    }

    private static List<Cell> cells(Figure figure, Line line, Leads leads) {
        Stream<Cell> values = line.values().stream().map(value -> new Cell(value.text(), leads.to(figure, value)));
        return Stream.concat(Stream.of(new Cell(line.label(), null)), values).toList();
    }

    /** What was counted, one by one; never more than people read. */
    static void list(Paper.Builder paper, String title, List<Item> items, int most) {
        paper.heading(2, title)
                .linked(
                        List.of("About", "What", "When", "Record"),
                        items.stream().limit(most).map(FigureSections::line).toList(),
                        "There is none.");
        if (items.size() > most) {
            paper.text((items.size() - most) + " more are counted by the figure and listed in the spreadsheet.");
        }
    }

    private static List<Cell> line(Item item) {
        return List.of(
                new Cell(item.subject(), item.contract() == null ? null : "/contracts/" + item.contract()),
                new Cell(item.what(), null),
                new Cell(item.day().toString(), null),
                new Cell("Entry " + item.entry(), "/audit/" + item.entry()));
    }

    /** Where a number of a page leads; nowhere in files. */
    interface Leads {

        Leads NOWHERE = (figure, value) -> null;

        @Nullable
        String to(Figure figure, Value value);
    }
}
