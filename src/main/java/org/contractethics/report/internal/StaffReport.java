package org.contractethics.report.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.contractethics.paper.Paper;
import org.contractethics.paper.Paper.Cell;
import org.contractethics.record.RecordReader;
import org.contractethics.record.RecordVerification;
import org.contractethics.record.TreeHead;
import org.contractethics.report.internal.StaffFigures.Told;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What is told to everybody in the company and, once a year, to the public: the same numbers, small ones hidden for good. */
@Service
public class StaffReport {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9000;

    /** A tenth of it is the least number that is shown. */
    private static final int LEAST_OF_A_SHARE = 10 * SmallCells.LEAST_SHOWN;

    private final CurrentCasebook casebook;
    private final RecordReader record;
    private final RecordFoot foot;
    private final RuleChanges rules;
    private final TitledRights titled;
    private final Clock clock;

    StaffReport(
            CurrentCasebook casebook,
            RecordReader record,
            RecordFoot foot,
            RuleChanges rules,
            TitledRights titled,
            Clock clock) {
        this.casebook = casebook;
        this.record = record;
        this.foot = foot;
        this.rules = rules;
        this.titled = titled;
        this.clock = clock;
    }

    /** @param tier T1 to T4; null for all */
    public Paper staff(int year, @Nullable String tier) {
        refuseUnknown(year, tier);
        Instant now = clock.instant();
        return casebook.look((book, head) -> {
            Paper.Builder paper = foot.on(
                            Paper.titled("Staff report " + year + (tier == null ? "" : ", tier " + tier)), head)
                    .heading(1, "About this report")
                    .text(method(year, now));
            never(paper, book, now);
            figures(paper, book, year, tier, now);
            HandledInWords.add(paper, book, year, now);
            rules.add(paper, Period.year(year), head.size());
            return paper.build();
        });
    }

    /** For leadership to check and the committee to sign before it is published. */
    public Paper statement(int year, Actor viewer) {
        return stated(year, viewer).paper();
    }

    /** The statement and where the record stood that it tells of. */
    Stated stated(int year, Actor viewer) {
        Insights.refuseOthers(viewer);
        refuseUnknown(year, null);
        Instant now = clock.instant();
        return casebook.look((book, head) -> {
            Paper.Builder paper = foot.on(Paper.titled("Public statement " + year), head)
                    .contents()
                    .heading(1, "Method")
                    .text("Every government contract is reviewed against human rights before anybody may sign it: it"
                            + " is triaged into one of four tiers, researched, assessed right by right, and voted"
                            + " on by a panel with employees drawn by lot. Decisions are bound to the very"
                            + " documents and to one version of the policy.")
                    .text(method(year, now));
            rules.add(paper, Period.year(year), head.size());
            never(paper, book, now);
            figures(paper, book, year, null, now);
            AnonymousCases.add(paper, book, year, now, titled);
            HandledInWords.add(paper, book, year, now);
            visibility(paper, book, year, now);
            assurance(paper);
            return new Stated(head, paper.build());
        });
    }

    /** @param head where the record stood */
    record Stated(TreeHead head, Paper paper) {}

    private static String method(int year, Instant now) {
        int quarters = StaffFigures.quarters(year, now);
        String over = quarters == 4
                ? "The year is over."
                : quarters == 0 ? "No quarter of the year is over yet." : "Quarters 1 to " + quarters + " are over.";
        return over
                + " Only quarters that are over are told. Numbers from 1 to 4 are hidden, and with them each number"
                + " from which they could be worked out, under any filter and in any period; once shown a number"
                + " stays.";
    }

    /** The one number that is told however small it is: it is about contracts, not about people, and must be 0. */
    private static void never(Paper.Builder paper, Casebook book, Instant now) {
        Figure figure = Figure.SIGNED_WITHOUT_DECISION;
        Scope scope = new Scope(StaffFigures.quarter(2000, 1), null, null, now);
        paper.heading(1, figure.title())
                .text(figure.definition())
                .numbers(
                        List.of("Period", "Number"),
                        List.of(List.of(
                                new Cell("In the whole record", null),
                                new Cell(
                                        String.valueOf(Figures.count(figure, book, scope)
                                                .total()),
                                        null))),
                        "");
    }

    private static void figures(Paper.Builder paper, Casebook book, int year, @Nullable String tier, Instant now) {
        paper.heading(1, "Figures");
        for (Figure figure : StaffFigures.TOLD) {
            Told told = StaffFigures.of(figure, book, year, now);
            Told before = StaffFigures.of(figure, book, year - 1, now);
            List<List<Cell>> rows = new ArrayList<>();
            told.rows().forEach((row, label) -> rows.add(cells(label, told, before, tier, row)));
            if (rows.size() != 1) {
                rows.add(cells("Total", told, before, tier, null));
            }
            String whole = figure.sensitive() ? " Told for all tiers together." : "";
            paper.heading(2, figure.title())
                    .text(figure.definition() + whole)
                    .numbers(
                            List.of(
                                    figure.rowHead().equals("Tier") ? "Number" : figure.rowHead(),
                                    "Quarter 1",
                                    "Quarter 2",
                                    "Quarter 3",
                                    "Quarter 4",
                                    "Year",
                                    "Year before"),
                            rows,
                            "No quarter is over yet.");
        }
    }

    private static List<Cell> cells(String label, Told told, Told before, @Nullable String tier, @Nullable String row) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell(label, null));
        IntStream.rangeClosed(1, 4).forEach(quarter -> cells.add(cell(told.number(quarter, tier, row))));
        cells.add(cell(told.number(null, tier, row)));
        cells.add(cell(before.number(null, tier, row)));
        return cells;
    }

    private static Cell cell(OptionalInt number) {
        return new Cell(number.isPresent() ? String.valueOf(number.getAsInt()) : "–", null);
    }

    private static void visibility(Paper.Builder paper, Casebook book, int year, Instant now) {
        Tally tally = Figures.count(Figure.VISIBILITY, book, new Scope(Period.year(year), null, null, now));
        paper.heading(1, "What we cannot see").text(seen(tally.count(null, "limited"), tally.total()));
    }

    /** A share in tenths says how far one sees. Of a small total, or with a small part, it would give single contracts away. */
    static String seen(int limited, int total) {
        if (total < LEAST_OF_A_SHARE || Math.min(limited, total - limited) < SmallCells.LEAST_SHOWN) {
            return "Too few contracts are in force to tell a share.";
        }
        return "Of the contracts in force, limits of what can be seen of their use are stated for about "
                + Math.round(10.0 * limited / total) + " in 10. Where nothing is stated, nobody has looked.";
    }

    private void assurance(Paper.Builder paper) {
        String words = record.lastVerification()
                .map(StaffReport::words)
                .orElse("The record was not verified since the application started.");
        paper.heading(1, "Assurance")
                .text("Every number is counted from the append-only record, whose newest checkpoint stands at the"
                        + " foot of each page. " + words);
    }

    private static String words(RecordVerification last) {
        return last.intact()
                ? "It was last found intact at a size of " + last.head().size() + " entries."
                : "It was last found damaged: " + last.problem();
    }

    private static void refuseUnknown(int year, @Nullable String tier) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw Refused.notFound("There is no report of that year.");
        }
        if (tier != null && !Tiers.ALL.contains(tier)) {
            throw Refused.invalid("Tier: choose T1, T2, T3 or T4.");
        }
    }
}
