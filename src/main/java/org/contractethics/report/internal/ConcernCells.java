package org.contractethics.report.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.report.internal.ConcernCases.Counted;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers about the concerns of one quarter are shown: all tables are looked at together, because they count the same
 * concerns. What {@link Figure#CONCERNS} shows of the quarter is taken as known, and a quarter is told once it is over, so that no
 * second look tells of what happened in between.
 */
final class ConcernCells {

    private static final String CASES = "cases";
    private static final String RETALIATION = "RETALIATION";

    /** Tables of the concerns filed: nothing of them is shown where their total is not. */
    private static final Set<Figure> OF_FILED =
            Set.of(Figure.CONCERN_SOURCES, Figure.CONCERN_TOPICS, Figure.CONCERN_URGENCY, Figure.CONCERN_MATTERS);

    private static final Cell ASKED = new Cell(Figure.CONCERN_MEETINGS, "meetingsAsked");
    private static final Cell OFFERED = new Cell(Figure.CONCERN_MEETINGS, "meetingsOffered");
    private static final Cell HELD = new Cell(Figure.CONCERN_MEETINGS, "meetingsHeld");
    private static final Cell DECLINED = new Cell(Figure.CONCERN_MEETINGS, "meetingsDeclined");

    /** One number; the row is null for the total of a table. */
    record Cell(Figure figure, @Nullable String row) {}

    private final Period quarter;
    private final Map<Set<Cell>, Integer> atoms = new HashMap<>();
    private final Map<Cell, Integer> values = new HashMap<>();

    ConcernCells(Casebook book, Period quarter) {
        this.quarter = quarter;
        book.concerns().all().forEach(this::sort);
        book.concerns().counted(quarter).ifPresent(counted -> {
            sort(counted);
            matters(counted, ConcernQuarter.withoutMatter(book, quarter, counted));
            causes(counted, ConcernQuarter.withoutCause(book, quarter, counted));
            meetings(counted);
        });
        atoms.forEach((cells, count) -> cells.forEach(cell -> values.merge(cell, count, Integer::sum)));
    }

    /** How many concerns are counted in which cells together. What may be shown follows from it and from nothing else. */
    Map<Set<Cell>, Integer> atoms() {
        return Map.copyOf(atoms);
    }

    private void sort(ConcernCase concern) {
        Set<Cell> cells = new HashSet<>();
        if (quarter.holds(concern.filed().at())) {
            add(cells, Figure.CONCERNS, concern.stateAt(quarter.end()).value());
        }
        ConcernQuarter.SORTED.forEach(figure ->
                ConcernQuarter.place(figure, concern, quarter).ifPresent(placed -> add(cells, figure, placed.row())));
        Mark appealed = concern.appealed();
        if (appealed != null && quarter.holds(appealed.at())) {
            cells.add(new Cell(Figure.CONCERN_APPEALS, "filed"));
        }
        count(cells, 1);
    }

    private static void add(Set<Cell> cells, Figure figure, String row) {
        cells.add(new Cell(figure, row));
        cells.add(new Cell(figure, null));
    }

    private void count(Set<Cell> cells, int count) {
        if (count > 0 && !cells.isEmpty()) {
            atoms.merge(Set.copyOf(cells), count, Integer::sum);
        }
    }

    private void sort(Counted counted) {
        table(Figure.CONCERN_URGENCY, counted);
        int filed = atoms.entrySet().stream()
                .filter(atom -> atom.getKey().contains(new Cell(Figure.CONCERNS, null)))
                .mapToInt(Map.Entry::getValue)
                .sum();
        count(Set.of(new Cell(Figure.CONCERN_URGENCY, null)), filed - sum(Figure.CONCERN_URGENCY, counted));
        findings(counted, "outcomesSustained", "retaliationSustained");
        findings(counted, "outcomesNotSustained", "retaliationNotSustained");
        findings(counted, "outcomesOutOfScope", "");
        table(Figure.CONCERN_APPEALS, counted);
        nested(counted, List.of("checkInsAsked", "checkInsAnswered", "checkInsAdverse"));
        nested(counted, List.of("actsTold"));
    }

    private void table(Figure figure, Counted counted) {
        ConcernQuarter.rows(figure).keySet().forEach(row -> {
            Set<Cell> cells = new HashSet<>();
            add(cells, figure, row);
            count(cells, counted.number(row));
        });
    }

    private void matters(Counted counted, int without) {
        table(Figure.CONCERN_MATTERS, counted);
        Set<Cell> cells = new HashSet<>();
        add(cells, Figure.CONCERN_MATTERS, ConcernRows.NO_MATTER);
        count(cells, without);
    }

    private void causes(Counted counted, int without) {
        table(Figure.CONCERN_CAUSES, counted);
        Set<Cell> cells = new HashSet<>();
        add(cells, Figure.CONCERN_CAUSES, ConcernRows.NO_CAUSE);
        count(cells, without);
    }

    /** What was held or declined had been offered, in this quarter as far as the numbers allow. */
    private void meetings(Counted counted) {
        int held = counted.number("meetingsHeld");
        int declined = counted.number("meetingsDeclined");
        int offered = counted.number("meetingsOffered");
        int left = offered - held - declined;
        count(Set.of(ASKED), counted.number("meetingsAsked"));
        count(left < 0 ? Set.of(HELD) : Set.of(HELD, OFFERED), held);
        count(left < 0 ? Set.of(DECLINED) : Set.of(DECLINED, OFFERED), declined);
        count(Set.of(OFFERED), left < 0 ? offered : left);
    }

    private static int sum(Figure figure, Counted counted) {
        return ConcernQuarter.rows(figure).keySet().stream()
                .mapToInt(counted::number)
                .sum();
    }

    /** Findings in cases about retaliation are a part of all findings. */
    private void findings(Counted counted, String row, String part) {
        Set<Cell> cells = new HashSet<>();
        add(cells, Figure.CONCERN_FINDINGS, row);
        count(cells, counted.number(row) - counted.number(part));
        cells.add(new Cell(Figure.RETALIATION, part));
        count(cells, counted.number(part));
    }

    /** Each number is a part of the one before it. */
    private void nested(Counted counted, List<String> rows) {
        Set<Cell> cells = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            cells.add(new Cell(Figure.RETALIATION, rows.get(i)));
            int part = i + 1 < rows.size() ? counted.number(rows.get(i + 1)) : 0;
            count(cells, counted.number(rows.get(i)) - part);
        }
    }

    Set<Cell> shown() {
        JointRelease release = new JointRelease(atoms);
        boolean total = told(release);
        candidates().stream()
                .filter(cell -> total || !OF_FILED.contains(cell.figure()))
                .sorted(Comparator.comparing((Cell cell) -> -value(cell)).thenComparing(Cell::toString))
                .forEach(release::offer);
        Set<Cell> shown = new HashSet<>(release.shown());
        // every 0 is shown: what is hidden is then at least 1, and no row comes or goes
        candidates().stream().filter(cell -> value(cell) == 0).forEach(shown::add);
        if (shown.contains(new Cell(Figure.CONCERN_TOPICS, RETALIATION))) {
            shown.add(new Cell(Figure.RETALIATION, CASES));
        }
        actsBesideCases(shown);
        causesBesideAnswers(shown);
        meetingsBesideEachOther(shown);
        return shown;
    }

    /** What other tables tell already. Returns whether the number of concerns filed is told. */
    private boolean told(JointRelease release) {
        List<String> rows =
                List.of(ConcernCase.State.values()).stream().map(Enum::name).toList();
        SmallCells hidden = SmallCells.in(
                rows.stream().map(row -> value(new Cell(Figure.CONCERNS, row))).toList());
        for (int i = 0; i < rows.size(); i++) {
            if (!hidden.cells().contains(i)) {
                release.know(new Cell(Figure.CONCERNS, rows.get(i)));
            }
        }
        if (!hidden.total()) {
            release.know(new Cell(Figure.CONCERNS, null));
            release.know(new Cell(Figure.CONCERN_URGENCY, null));
            release.know(new Cell(Figure.CONCERN_MATTERS, null));
        }
        if (value(new Cell(Figure.CONCERN_APPEALS, null)) >= SmallCells.LEAST_SHOWN) {
            release.know(new Cell(Figure.CONCERN_APPEALS, null));
        }
        Cell caused = new Cell(Figure.CONCERN_CAUSES, null);
        if (value(caused) >= SmallCells.LEAST_SHOWN) {
            release.know(caused);
        }
        return !hidden.total();
    }

    private List<Cell> candidates() {
        Set<Cell> cells = new HashSet<>();
        ConcernRows.LABELS.forEach((figure, rows) -> {
            rows.keySet().stream().filter(row -> !row.equals(CASES)).forEach(row -> cells.add(new Cell(figure, row)));
            if (figure.summed()) {
                cells.add(new Cell(figure, null));
            }
        });
        return List.copyOf(cells);
    }

    /** Each act told has a case of its own, so the difference says how many filed one by themselves. */
    private void actsBesideCases(Set<Cell> shown) {
        Cell acts = new Cell(Figure.RETALIATION, "actsTold");
        int cases = value(new Cell(Figure.CONCERN_TOPICS, RETALIATION));
        boolean near = shown.contains(new Cell(Figure.RETALIATION, CASES)) && small(cases - value(acts));
        boolean asked = shown.contains(new Cell(Figure.RETALIATION, "checkInsAdverse"))
                && small(value(new Cell(Figure.RETALIATION, "checkInsAdverse")) - value(acts));
        if (near || asked) {
            shown.remove(acts);
        }
    }

    /** They count the same concerns, so where the number answered is hidden, their causes are. */
    private void causesBesideAnswers(Set<Cell> shown) {
        if (!shown.contains(new Cell(Figure.CONCERN_FEEDBACK, null))) {
            shown.removeIf(cell -> cell.figure() == Figure.CONCERN_CAUSES && value(cell) > 0);
        }
    }

    /** The difference says how many wishes are open, or how many meetings of an earlier quarter came to an end. */
    private void meetingsBesideEachOther(Set<Cell> shown) {
        int ended = value(HELD) + value(DECLINED);
        boolean earlier = ended > value(OFFERED)
                && (small(ended - value(OFFERED))
                        || small(value(HELD) - value(OFFERED))
                        || small(value(DECLINED) - value(OFFERED)));
        if (earlier) {
            shown.remove(OFFERED);
        }
        if (small(value(ASKED) - value(OFFERED))) {
            shown.remove(ASKED);
        }
    }

    private static boolean small(int difference) {
        return difference != 0 && Math.abs(difference) < SmallCells.LEAST_SHOWN;
    }

    private int value(Cell cell) {
        return values.getOrDefault(cell, 0);
    }
}
