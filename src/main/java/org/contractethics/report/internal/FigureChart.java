package org.contractethics.report.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contractethics.paper.Paper;
import org.contractethics.paper.Paper.Series;
import org.jspecify.annotations.Nullable;

/**
 * A figure as chart, the same in the page and in documents.
 *
 * @param upright whether the categories stand along the bottom of the page, as months do
 */
public record FigureChart(Paper.Chart chart, boolean upright) {

    /** Null where nothing is counted or the table says it all. */
    public static @Nullable FigureChart of(Tally tally) {
        if (tally.total() == 0) {
            return null;
        }
        return switch (tally.figure()) {
            case CONTRACTS -> byRow(tally, "Contracts");
            case DECIDED_SHARE -> byRow(tally, "Reviews");
            case APPROVAL_RATE, TIME_PRESSURE -> byRow(tally, "Decisions");
            case SAFEGUARDS -> byRow(tally, "Reviews");
            case VISIBILITY -> byRow(tally, "Contracts");
            case DECISIONS -> byMonth(tally);
            case STAGE_TIMES -> times(tally);
            default -> null;
        };
    }

    /** What the script draws. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("title", chart.title());
        map.put("unit", chart.unit());
        map.put("upright", upright);
        map.put("stacked", chart.stacked());
        map.put("categories", chart.categories());
        map.put(
                "series",
                chart.series().stream()
                        .map(series -> Map.of("name", series.name(), "values", series.values()))
                        .toList());
        return map;
    }

    private static FigureChart byRow(Tally tally, String unit) {
        List<String> keys = tally.rows().keySet().stream()
                .filter(key -> tally.count(key, null) > 0)
                .toList();
        List<Series> drawn = new ArrayList<>();
        tally.columns().forEach((column, label) -> drawn.add(series(label, keys, key -> tally.count(key, column))));
        return drawn(tally, unit, labels(keys, tally.rows()), drawn, false);
    }

    private static FigureChart byMonth(Tally tally) {
        List<String> keys = List.copyOf(tally.columns().keySet());
        List<Series> drawn = new ArrayList<>();
        tally.rows().forEach((row, label) -> drawn.add(series(label, keys, key -> tally.count(row, key))));
        return drawn(tally, "Decisions", labels(keys, tally.columns()), drawn, true);
    }

    private static FigureChart drawn(
            Tally tally, String unit, List<String> categories, List<Series> series, boolean upright) {
        List<Series> seen = series.stream()
                .filter(one -> one.values().stream().anyMatch(value -> value > 0))
                .toList();
        return new FigureChart(chart(tally, unit, categories, seen, true), upright);
    }

    /** Null where everything was done within the hour: a chart without a bar tells nothing. */
    private static @Nullable FigureChart times(Tally tally) {
        List<String> keys = tally.rows().keySet().stream()
                .filter(key -> tally.timing(key).count() > 0)
                .toList();
        List<Series> drawn = List.of(
                new Series("Median", hours(tally, keys, Timing::medianHours)),
                new Series("90th percentile", hours(tally, keys, Timing::p90Hours)));
        if (drawn.stream().flatMap(series -> series.values().stream()).allMatch(hours -> hours == 0)) {
            return null;
        }
        return new FigureChart(chart(tally, "Hours", labels(keys, tally.rows()), drawn, false), false);
    }

    private static Series series(String label, List<String> keys, Function<String, Integer> count) {
        return new Series(
                label, keys.stream().map(key -> (long) count.apply(key)).toList());
    }

    private static List<Long> hours(Tally tally, List<String> keys, Function<Timing, @Nullable Long> value) {
        return keys.stream()
                .map(key -> Objects.requireNonNullElse(value.apply(tally.timing(key)), 0L))
                .toList();
    }

    private static List<String> labels(List<String> keys, Map<String, String> labels) {
        return keys.stream().map(key -> labels.getOrDefault(key, key)).toList();
    }

    private static Paper.Chart chart(
            Tally tally, String unit, List<String> categories, List<Series> series, boolean stacked) {
        String title = tally.figure().title();
        return new Paper.Chart(title, told(title, unit, categories, series), unit, categories, series, stacked);
    }

    /** The same in words, for those who do not see it. */
    private static String told(String title, String unit, List<String> categories, List<Series> series) {
        return IntStream.range(0, categories.size())
                .mapToObj(at -> categories.get(at) + ": "
                        + series.stream()
                                .map(one -> one.name() + " " + one.values().get(at))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; ", "Chart: " + title + ", " + unit + ". ", "."));
    }
}
