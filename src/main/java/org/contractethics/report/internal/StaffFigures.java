package org.contractethics.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.contractethics.report.internal.ReleasedCells.Atom;
import org.contractethics.report.internal.ReleasedCells.Cut;
import org.jspecify.annotations.Nullable;

/**
 * The figures that everybody in the company sees, by quarters that are over and by tier. A quarter that still runs is not told:
 * two looks at it would tell of a single act between them.
 */
final class StaffFigures {

    static final List<Figure> TOLD = List.of(
            Figure.REVIEWS_RECEIVED,
            Figure.DECISIONS,
            Figure.OVERTURNED,
            Figure.SIGNED,
            Figure.CONDITIONS_CLOSED,
            Figure.HOLDS,
            Figure.APPEALS,
            Figure.DISSENTS,
            Figure.RECUSALS,
            Figure.CONCERNS);

    private static final String UNRATED = "none";
    private static final String ALL_ROWS = "all";

    private StaffFigures() {}

    /**
     * One figure of one year.
     *
     * @param rows labels by key; a single row where the figure is told by tier anyhow
     */
    record Told(Figure figure, Map<String, String> rows, ReleasedCells cells) {

        OptionalInt number(@Nullable Integer quarter, @Nullable String tier, @Nullable String row) {
            return cells.shown(new Cut(quarter, figure.sensitive() ? null : tier, row));
        }
    }

    /** How many quarters of the year are over. */
    static int quarters(int year, Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return (int) IntStream.rangeClosed(1, 4)
                .filter(quarter -> quarter(year, quarter).to().isBefore(today))
                .count();
    }

    /** Of concerns only those whose last day is told, too. */
    private static int quarters(Figure figure, Casebook book, int year, Instant now) {
        int over = quarters(year, now);
        return figure.sensitive()
                ? (int) IntStream.rangeClosed(1, over)
                        .takeWhile(number -> ConcernQuarter.told(book, quarter(year, number), now))
                        .count()
                : over;
    }

    static Period quarter(int year, int number) {
        return Period.quarterOf(LocalDate.of(year, number * 3, 1));
    }

    static Told of(Figure figure, Casebook book, int year, Instant now) {
        int quarters = quarters(figure, book, year, now);
        Map<Atom, Integer> atoms = new LinkedHashMap<>();
        Map<String, String> rows = new LinkedHashMap<>();
        for (int quarter = 1; quarter <= quarters; quarter++) {
            count(figure, book, new Scope(quarter(year, quarter), null, null, now), quarter, atoms, rows);
        }
        List<String> tiers = new ArrayList<>(Tiers.ALL);
        tiers.add(UNRATED);
        List<String> shownTiers = figure.sensitive() ? List.of() : tiers;
        return new Told(
                figure,
                rows,
                ReleasedCells.of(atoms, quarters, new java.util.LinkedHashSet<>(shownTiers), rows.keySet()));
    }

    private static void count(
            Figure figure, Casebook book, Scope all, int quarter, Map<Atom, Integer> atoms, Map<String, String> rows) {
        Map<String, Integer> unrated = counts(figure, book, all, rows);
        if (!figure.sensitive()) {
            for (String tier : Tiers.ALL) {
                Scope scope = new Scope(all.period(), tier, null, all.now());
                counts(figure, book, scope, rows).forEach((row, count) -> {
                    atoms.put(new Atom(quarter, tier, row), count);
                    unrated.merge(row, -count, Integer::sum);
                });
            }
        }
        unrated.forEach((row, count) -> atoms.put(new Atom(quarter, UNRATED, row), count));
    }

    private static Map<String, Integer> counts(Figure figure, Casebook book, Scope scope, Map<String, String> rows) {
        Tally tally = Figures.count(figure, book, scope);
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (figure.rowHead().equals("Tier")) {
            rows.putIfAbsent(ALL_ROWS, figure.title());
            counts.put(ALL_ROWS, tally.total());
        } else {
            tally.rows().forEach((row, label) -> {
                rows.putIfAbsent(row, label);
                counts.put(row, tally.count(row, null));
            });
        }
        return counts;
    }
}
