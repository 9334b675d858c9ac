package org.contractethics.report.internal;

import static org.contractethics.report.internal.ReportSheets.UTC;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.contractethics.paper.Paper.Code;
import org.contractethics.record.ReadingRights;
import org.contractethics.report.internal.FigureTable.Line;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The board report as a spreadsheet: the same figures, and the same cases without a limit. Rows are written to disk as they come; what
 * a viewer may not read on the page stands in no sheet of theirs.
 */
@Component
public class BoardWorkbook {

    private final CountedEntries entries;
    private final ReadingRights rights;
    private final RecordFoot foot;
    private final RuleChanges rules;
    private final TitledRights titled;

    BoardWorkbook(
            CountedEntries entries, ReadingRights rights, RecordFoot foot, RuleChanges rules, TitledRights titled) {
        this.entries = entries;
        this.rights = rights;
        this.foot = foot;
        this.rules = rules;
        this.titled = titled;
    }

    public void write(FigureSet set, Actor viewer, OutputStream out) throws IOException {
        ReportSheets.write(title(set), set, out, pages -> {
            about(pages.sheet("Report"), set);
            figures(pages.sheet("Figures"), set);
            definitions(pages.sheet("Definitions"), set);
            rules(pages.sheet("Changes of the rules"), set);
            ReportSheets.critical(pages.sheet("Critical cases"), set, titled);
            decisions(pages.sheet("Decisions in T4"), set);
            dissents(pages, set, viewer);
            cases(pages, set);
        });
    }

    private static String title(FigureSet set) {
        return "Board report, " + set.scope().period().words();
    }

    private void about(SheetWriter sheet, FigureSet set) {
        sheet.widths(44, 80);
        ReportSheets.about(sheet, title(set), set);
        Code code = foot.code().orElse(null);
        sheet.row(
                "Newest checkpoint",
                code == null
                        ? "No checkpoint of the record has been signed yet."
                        : code.text().strip());
        if (code != null) {
            sheet.row("The same to be scanned", code.told());
            sheet.picture(code.png(), code.told());
        }
    }

    /** One line for each number, so that it can be sorted and filtered. */
    private void figures(SheetWriter sheet, FigureSet set) {
        sheet.head(List.of("Figure", "Row", "Column", "Value", "From", "To"), 44, 44, 30, 16, 12, 12);
        for (Figure figure : Figure.values()) {
            FigureTable table = titled.table(Tabulating.table(set.now(figure), set.before(figure)));
            Period told = set.scope().told(figure);
            Stream.concat(table.lines().stream(), Stream.ofNullable(table.total()))
                    .forEach(line -> figure(sheet, table, line, told));
        }
        sheet.finish();
    }

    private static void figure(SheetWriter sheet, FigureTable table, Line line, Period told) {
        for (int i = 0; i < line.values().size(); i++) {
            sheet.row(
                    table.figure().title(),
                    line.label(),
                    table.head().get(i),
                    line.values().get(i).told(),
                    told.from(),
                    told.to());
        }
    }

    private static void definitions(SheetWriter sheet, FigureSet set) {
        sheet.head(List.of("Figure", "What it counts", "From", "To"), 44, 100, 12, 12);
        for (Figure figure : Figure.values()) {
            Period told = set.scope().told(figure);
            sheet.row(figure.title(), figure.definition(), told.from(), told.to());
        }
        sheet.finish();
    }

    private void rules(SheetWriter sheet, FigureSet set) {
        sheet.head(List.of("Version", "In force since", "What changed", "Reason"), 12, 14, 60, 80);
        rules.in(set.scope().period(), set.head().size())
                .forEach(change -> sheet.row(change.named(), change.since(), change.changed(), change.reason()));
        sheet.finish();
    }

    private void decisions(SheetWriter sheet, FigureSet set) {
        sheet.head(List.of("Entry", "Decided" + UTC, "Contract", "Outcome", "Reasons"), 8, 18, 44, 24, 80);
        entries.each(set, Figure.DECISIONS, "decision-recorded", (item, entry) -> {
            if (entry.text("tier").orElse("").equals("T4")) {
                sheet.row(
                        entry.index(),
                        entry.occurredAt(),
                        item.subject(),
                        item.what(),
                        set.reasons(entry).orElse(null));
            }
        });
        sheet.finish();
    }

    /** Single votes are read by the board committee and auditors; others get no sheet of them. */
    private void dissents(SheetPages pages, FigureSet set, Actor viewer) {
        if (!rights.mayRead("dissent-recorded", viewer)) {
            return;
        }
        SheetWriter sheet = pages.sheet("Dissents");
        sheet.head(List.of("Entry", "Recorded" + UTC, "Contract", "Voted", "Reasons"), 8, 18, 44, 24, 80);
        entries.each(
                set,
                Figure.DISSENTS,
                "dissent-recorded",
                (item, entry) -> sheet.row(
                        entry.index(),
                        entry.occurredAt(),
                        item.subject(),
                        Words.outcome(FactReader.upper(entry, "outcome")),
                        set.reasons(entry).orElse(null)));
        sheet.finish();
    }

    private static void cases(SheetPages pages, FigureSet set) {
        items(pages.sheet("Appeals"), set, Figure.APPEALS, null);
        items(pages.sheet("Overturned decisions"), set, Figure.OVERTURNED, null);
        items(pages.sheet("Overdue conditions"), set, Figure.OPEN_CONDITIONS, "overdue");
        items(pages.sheet("Suspensions and restrictions"), set, Figure.HOLDS, null);
        items(pages.sheet("Incidents and reports"), set, Figure.INCIDENTS, null);
        items(pages.sheet("Recusals"), set, Figure.RECUSALS, null);
    }

    private static void items(SheetWriter sheet, FigureSet set, Figure figure, @Nullable String row) {
        sheet.head(List.of("Entry", "About", "What", "When"), 10, 60, 44, 12);
        set.now(figure)
                .items(row, null)
                .forEach(item -> sheet.row(item.entry(), item.subject(), item.what(), item.day()));
        sheet.finish();
    }
}
