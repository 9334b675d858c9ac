package org.contractethics.report.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A figure being counted: everything it counts, sorted into rows and columns. A number is never kept apart from what it
 * counts, so a figure and its drill-down cannot differ.
 */
public final class Tally {

    /** The only column of figures that have no others. */
    public static final String ALL = "";

    /** Instead of a number that would tell of a few. */
    static final String HIDDEN = "hidden";

    private final Figure figure;
    private final UnaryOperator<Item> named;
    private final Map<String, String> rows = new LinkedHashMap<>();
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final Map<Cell, List<Item>> items = new LinkedHashMap<>();
    private final Map<Cell, Long> worth = new HashMap<>();
    private final Map<String, List<Duration>> durations = new LinkedHashMap<>();
    private final Map<String, String> withheld = new HashMap<>();
    private String told = "";

    /** @param named what is counted, as it may be told to whoever asks */
    Tally(Figure figure, UnaryOperator<Item> named) {
        this.figure = figure;
        this.named = named;
    }

    /** An empty one of the same figure for the same reader, to be joined to this one. */
    Tally part() {
        return new Tally(figure, named);
    }

    /** Counts what the part counts. */
    void join(Tally part) {
        part.rows.forEach(this::row);
        part.columns.forEach(this::column);
        part.items.forEach(
                (cell, counted) -> items.computeIfAbsent(cell, this::cell).addAll(counted));
        part.worth.forEach((cell, minor) -> worth(cell.row(), cell.column(), minor));
        part.durations.forEach((row, took) ->
                durations.computeIfAbsent(row, key -> new ArrayList<>()).addAll(took));
    }

    /** Makes a row stand in the table even where nothing is counted in it. */
    void row(String key, String label) {
        rows.putIfAbsent(key, label);
    }

    void column(String key, String label) {
        columns.putIfAbsent(key, label);
    }

    void add(String row, String column, Item item) {
        items.computeIfAbsent(new Cell(row, column), this::cell).add(named.apply(item));
    }

    private List<Item> cell(Cell cell) {
        rows.computeIfAbsent(cell.row(), Words::of);
        columns.computeIfAbsent(cell.column(), Words::of);
        return new ArrayList<>();
    }

    void took(String row, Duration duration) {
        durations.computeIfAbsent(row, key -> new ArrayList<>()).add(duration);
    }

    /** Puts the rows into an order in which they were not found. */
    void orderRows(Comparator<String> order) {
        Map<String, String> ordered = new LinkedHashMap<>();
        rows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order))
                .forEach(row -> ordered.put(row.getKey(), row.getValue()));
        rows.clear();
        rows.putAll(ordered);
    }

    /** Adds an amount in minor units of the currency that the row stands for. */
    void worth(String row, String column, long minor) {
        worth.merge(new Cell(row, column), minor, Math::addExact);
    }

    /** What a cell is worth, in minor units. */
    long worth(String row, String column) {
        return worth.getOrDefault(new Cell(row, column), 0L);
    }

    public Figure figure() {
        return figure;
    }

    /** Which period it tells where that is not the one asked for; the same for the head of its column. */
    void tells(Period period) {
        told = period.quarterWords();
    }

    /** Empty where it tells the period asked for. */
    String told() {
        return told;
    }

    /** @param instead what is shown instead of the number of this row; of the total where the row is null */
    void withhold(@Nullable String row, String instead) {
        withheld.put(Objects.requireNonNullElse(row, ALL), instead);
    }

    /** What is shown instead of the number; empty where the number is. */
    Optional<String> withheld(@Nullable String row) {
        return Optional.ofNullable(withheld.get(Objects.requireNonNullElse(row, ALL)));
    }

    /** Keys and labels, in the order of the table. */
    public Map<String, String> rows() {
        return rows;
    }

    public Map<String, String> columns() {
        return columns;
    }

    /** What is counted in a row, a column, a cell or, with neither given, at all. */
    public List<Item> items(@Nullable String row, @Nullable String column) {
        return lists(row, column).flatMap(List::stream).toList();
    }

    public int count(@Nullable String row, @Nullable String column) {
        int count = 0;
        for (Map.Entry<Cell, List<Item>> entry : items.entrySet()) {
            count += entry.getKey().isIn(row, column) ? entry.getValue().size() : 0;
        }
        return count;
    }

    private Stream<List<Item>> lists(@Nullable String row, @Nullable String column) {
        return items.entrySet().stream()
                .filter(entry -> entry.getKey().isIn(row, column))
                .map(Map.Entry::getValue);
    }

    public int total() {
        return count(null, null);
    }

    /** How long the things of a row took; of all rows where none is given. */
    public Timing timing(@Nullable String row) {
        if (row != null) {
            return Timing.of(durations.getOrDefault(row, List.of()));
        }
        return Timing.of(durations.values().stream().flatMap(List::stream).toList());
    }

    /** Whether the figure measures how long something took. */
    public boolean timed() {
        return figure == Figure.STAGE_TIMES
                || figure == Figure.TIME_TO_DECISION
                || figure == Figure.SIGNAL_TO_RESTRICTION;
    }

    private record Cell(String row, String column) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Cell cell && cell.row.equals(row) && cell.column.equals(column);
        }

        @Override
        public int hashCode() {
            return row.hashCode() * 31 + column.hashCode();
        }

        boolean isIn(@Nullable String ofRow, @Nullable String ofColumn) {
            return (ofRow == null || ofRow.equals(row)) && (ofColumn == null || ofColumn.equals(column));
        }
    }

    /**
     * How long one thing took.
     *
     * @param targetWorkingDays how long it might have taken; null where nothing says
     */
    record Duration(long hours, int workingDays, @Nullable Integer targetWorkingDays) {}
}
