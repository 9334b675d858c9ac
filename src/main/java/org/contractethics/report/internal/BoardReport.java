package org.contractethics.report.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.contractethics.paper.Paper;
import org.contractethics.paper.Paper.Cell;
import org.contractethics.record.ReadingRights;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.report.internal.FigureTable.Value;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The report to the board committee: every figure, then the cases behind those that a committee asks about, in full. Leadership
 * gets it without what only the committee and auditors may read.
 */
@Component
public class BoardReport {

    private static final int MOST = 500;
    private static final List<Figure> FIRST = List.of(
            Figure.SIGNED_WITHOUT_DECISION,
            Figure.CRITICAL_CASES,
            Figure.FALSE_NEGATIVES,
            Figure.SIGNAL_TO_RESTRICTION,
            Figure.RETURNED_DEALS);

    private final RecordReader record;
    private final CountedEntries entries;
    private final ReadingRights rights;
    private final RecordFoot foot;
    private final RuleChanges rules;

    BoardReport(RecordReader record, CountedEntries entries, ReadingRights rights, RecordFoot foot, RuleChanges rules) {
        this.record = record;
        this.entries = entries;
        this.rights = rights;
        this.foot = foot;
        this.rules = rules;
    }

    /** For files: no number leads anywhere. */
    public Paper paper(FigureSet set, Actor viewer) {
        return paper(set, viewer, (figure, value) -> null);
    }

    /** @param leads where a number of the page leads */
    public Paper paper(FigureSet set, Actor viewer, BiFunction<Figure, Value, @Nullable String> leads) {
        Scope scope = set.scope();
        Paper.Builder paper = foot.on(
                        Paper.titled("Board report, " + scope.period().words()), set.head())
                .contents()
                .heading(1, "About this report")
                .text("Every figure is counted from the entries of the record and compared with the period before, "
                        + scope.period().before().words() + ". " + filters(scope));
        nothingYet(set).ifPresent(paper::text);
        figures(paper, set, leads);
        rules.add(paper, scope.period(), set.head().size());
        cases(paper, set, viewer);
        return paper.build();
    }

    /** The same figures, cases and changes of the rules as comma separated values. */
    public byte[] values(FigureSet set) {
        return FigureCsv.of(set, rules.in(set.scope().period(), set.head().size()));
    }

    /** Says plainly where the record holds nothing for the period, because it began later. */
    public Optional<String> nothingYet(FigureSet set) {
        return record.find(0)
                .filter(first -> set.scope().period().to().isBefore(first.day()) && set.isEmpty())
                .map(first -> "The record begins on " + Period.words(first.day())
                        + ". It holds nothing for this period, so every figure of it is empty.");
    }

    private static String filters(Scope scope) {
        return "Tier: " + (scope.tier() == null ? "all" : scope.tier()) + ". Agency: "
                + (scope.agency() == null ? "all" : scope.agency()) + ".";
    }

    private static void figures(Paper.Builder paper, FigureSet set, BiFunction<Figure, Value, @Nullable String> leads) {
        paper.heading(1, "Effectiveness first");
        FIRST.forEach(figure -> add(paper, set, figure, leads));
        paper.heading(1, "All other figures");
        Arrays.stream(Figure.values())
                .filter(figure -> !FIRST.contains(figure) && !figure.sensitive())
                .forEach(figure -> add(paper, set, figure, leads));
        paper.heading(1, "Concerns, and what happened to those who raised them")
                .text("Told for whole quarters, the last one "
                        + ConcernQuarter.of(set.scope()).words()
                        + ", so that nobody is recognised by what changed from one day to the next.");
        Arrays.stream(Figure.values()).filter(Figure::sensitive).forEach(figure -> add(paper, set, figure, leads));
    }

    private static void add(
            Paper.Builder paper, FigureSet set, Figure figure, BiFunction<Figure, Value, @Nullable String> leads) {
        FigureSections.add(
                paper,
                Tabulating.table(set.now(figure), set.before(figure)),
                figure.sensitive() ? null : FigureChart.of(set.now(figure)),
                leads::apply);
    }

    private void cases(Paper.Builder paper, FigureSet set, Actor viewer) {
        paper.heading(1, "Cases");
        critical(paper, set);
        decisions(paper, set);
        dissents(paper, set, viewer);
        FigureSections.list(paper, "Appeals", items(set, Figure.APPEALS, null), MOST);
        FigureSections.list(paper, "Overturned decisions, one by one", items(set, Figure.OVERTURNED, null), MOST);
        FigureSections.list(paper, "Overdue conditions", items(set, Figure.OPEN_CONDITIONS, "overdue"), MOST);
        FigureSections.list(paper, "Suspensions and restrictions, one by one", items(set, Figure.HOLDS, null), MOST);
        FigureSections.list(paper, "Incidents and reports", items(set, Figure.INCIDENTS, null), MOST);
        FigureSections.list(paper, "Recusals, one by one", items(set, Figure.RECUSALS, null), MOST);
    }

    private static List<Item> items(FigureSet set, Figure figure, @Nullable String row) {
        return set.now(figure).items(row, null);
    }

    private static void critical(Paper.Builder paper, FigureSet set) {
        paper.heading(2, "Critical cases, one by one")
                .linked(
                        List.of("Contract", "Rights", "Decision", "Conditions", "Days", "Record"),
                        set.critical().stream()
                                .limit(MOST)
                                .map(BoardReport::told)
                                .toList(),
                        "There is none.");
        if (set.critical().size() > MOST) {
            paper.text((set.critical().size() - MOST) + " more are listed in the spreadsheet.");
        }
    }

    private static List<Cell> told(CriticalCase found) {
        Item item = found.item();
        return List.of(
                new Cell(item.subject(), item.contract() == null ? null : "/contracts/" + item.contract()),
                new Cell(String.join(", ", found.rights()), null),
                new Cell(found.decision(), null),
                new Cell(found.conditions(), null),
                new Cell(String.valueOf(found.days()), null),
                new Cell("Entry " + item.entry(), "/audit/" + item.entry()));
    }

    /** Each case of the highest tier, with its reasons. */
    private void decisions(Paper.Builder paper, FigureSet set) {
        List<List<Cell>> rows = new ArrayList<>();
        entries.each(set, Figure.DECISIONS, "decision-recorded", (item, entry) -> {
            if (rows.size() < MOST && entry.text("tier").orElse("").equals("T4")) {
                rows.add(told(set, item, item.what(), entry));
            }
        });
        paper.heading(2, "Decisions in T4")
                .linked(List.of("Contract", "Outcome", "Reasons", "Record"), rows, "There is none.");
    }

    private void dissents(Paper.Builder paper, FigureSet set, Actor viewer) {
        paper.heading(2, "Dissents in full");
        if (!rights.mayRead("dissent-recorded", viewer)) {
            paper.text("Single votes are read by the board committee and auditors.");
            return;
        }
        List<List<Cell>> rows = new ArrayList<>();
        entries.each(set, Figure.DISSENTS, "dissent-recorded", (item, entry) -> {
            if (rows.size() < MOST) {
                rows.add(told(set, item, Words.outcome(FactReader.upper(entry, "outcome")), entry));
            }
        });
        paper.linked(List.of("Contract", "Voted", "Reasons", "Record"), rows, "There is none.");
    }

    private static List<Cell> told(FigureSet set, Item item, String what, RecordEntry entry) {
        return List.of(
                new Cell(item.subject(), item.contract() == null ? null : "/contracts/" + item.contract()),
                new Cell(what, null),
                new Cell(set.reasons(entry).orElse("They stand in the decision record of the contract."), null),
                new Cell("Entry " + item.entry(), "/audit/" + item.entry()));
    }
}
