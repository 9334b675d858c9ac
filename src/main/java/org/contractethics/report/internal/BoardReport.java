package org.contractethics.report.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.contractethics.paper.Paper;
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

    private static final List<Figure> FIRST = List.of(
            Figure.SIGNED_WITHOUT_DECISION,
            Figure.CRITICAL_CASES,
            Figure.FALSE_NEGATIVES,
            Figure.SIGNAL_TO_RESTRICTION,
            Figure.RETURNED_DEALS);

    private final RecordReader record;
    private final BoardCases cases;
    private final RecordFoot foot;
    private final RuleChanges rules;
    private final TitledRights titled;

    BoardReport(RecordReader record, BoardCases cases, RecordFoot foot, RuleChanges rules, TitledRights titled) {
        this.record = record;
        this.cases = cases;
        this.foot = foot;
        this.rules = rules;
        this.titled = titled;
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
                .front(foot.front(scope, set.head()));
        BoardSummary.add(paper, set);
        paper.contents()
                .heading(1, "About this report")
                .text("Every figure is counted from the entries of the record and compared with the period before, "
                        + scope.period().before().words() + ". " + filters(scope));
        nothingYet(set).ifPresent(paper::text);
        figures(paper, set, leads);
        rules.add(paper, scope.period(), set.head().size());
        cases.add(paper, set, viewer);
        return paper.build();
    }

    /** The same figures, cases and changes of the rules as comma separated values. */
    public byte[] values(FigureSet set) {
        return FigureCsv.of(set, rules.in(set.scope().period(), set.head().size()), titled);
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

    private void figures(Paper.Builder paper, FigureSet set, BiFunction<Figure, Value, @Nullable String> leads) {
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

    private void add(
            Paper.Builder paper, FigureSet set, Figure figure, BiFunction<Figure, Value, @Nullable String> leads) {
        FigureSections.add(
                paper,
                titled.table(Tabulating.table(set.now(figure), set.before(figure))),
                figure.sensitive() ? null : FigureChart.of(set.now(figure)),
                leads::apply);
    }
}
