package org.contractethics.report.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.contractethics.paper.Paper;
import org.contractethics.report.internal.ConcernCases.Counted;

/**
 * How concerns were handled in a year, for everybody: shares in tenths only, of a year that is over and of many. What the
 * committee reads in numbers of quarters is not told here a second time, cut otherwise.
 */
final class HandledInWords {

    /** A tenth of it is the least number that is shown. */
    private static final int LEAST = 10 * SmallCells.LEAST_SHOWN;

    private HandledInWords() {}

    static void add(Paper.Builder paper, Casebook book, int year, Instant now) {
        Period period = Period.year(year);
        paper.heading(1, "How concerns were handled");
        if (period.end().isAfter(now) || !ConcernQuarter.told(book, StaffFigures.quarter(year, 4), now)) {
            paper.text("Told in tenths once the year is over and its concerns are counted.");
            return;
        }
        paper.items(
                List.of(
                        "Acknowledged within 7 days: " + inTime(Figure.CONCERN_ACKNOWLEDGED, book, period),
                        "Answered with reasons within three months: " + inTime(Figure.CONCERN_FEEDBACK, book, period),
                        "Sustained, wholly or in part, of the outcomes published: " + sustained(book, year)),
                "");
    }

    private static String inTime(Figure figure, Casebook book, Period year) {
        List<String> rows = book.concerns().all().stream()
                .flatMap(concern -> ConcernQuarter.place(figure, concern, year).stream())
                .map(ConcernQuarter.Placed::row)
                .toList();
        int inTime = (int) rows.stream().filter(ConcernQuarter.IN_TIME::equals).count();
        return share(inTime, rows.size());
    }

    private static String sustained(Casebook book, int year) {
        List<Counted> quarters = IntStream.rangeClosed(1, 4)
                .mapToObj(quarter -> book.concerns().counted(StaffFigures.quarter(year, quarter)))
                .flatMap(Optional::stream)
                .toList();
        int sustained = sum(quarters, "outcomesSustained");
        return quarters.size() < 4
                ? "not counted."
                : share(
                        sustained,
                        sustained + sum(quarters, "outcomesNotSustained") + sum(quarters, "outcomesOutOfScope"));
    }

    private static int sum(List<Counted> quarters, String name) {
        return quarters.stream().mapToInt(quarter -> quarter.number(name)).sum();
    }

    static String share(int part, int whole) {
        return whole < LEAST ? "too few to tell a share." : "about " + Math.round(10.0 * part / whole) + " in 10.";
    }
}
