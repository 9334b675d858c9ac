package org.contractethics.report.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.contractethics.report.internal.Tally;
import org.contractethics.report.internal.Timing;
import org.jspecify.annotations.Nullable;

/** What the script draws: titles, categories and numbers, as plain maps and lists. */
final class Charts {

    private Charts() {}

    static @Nullable Map<String, Object> of(Tally tally) {
        if (tally.total() == 0) {
            return null;
        }
        return switch (tally.figure()) {
            case CONTRACTS -> stacked(tally, "Contracts", tally.rows(), tally.columns(), false);
            case DECIDED_SHARE -> stacked(tally, "Reviews", tally.rows(), tally.columns(), false);
            case DECISIONS -> stacked(tally, "Decisions", tally.columns(), tally.rows(), true);
            case STAGE_TIMES -> times(tally);
            default -> null;
        };
    }

    /** @param upright whether the categories stand along the bottom, as months do */
    private static Map<String, Object> stacked(
            Tally tally, String unit, Map<String, String> categories, Map<String, String> series, boolean upright) {
        boolean byColumn = categories.equals(tally.columns());
        List<String> keys = categories.keySet().stream()
                .filter(key -> upright || (byColumn ? tally.count(null, key) : tally.count(key, null)) > 0)
                .toList();
        List<Map<String, Object>> drawn = new ArrayList<>();
        series.forEach((seriesKey, label) -> {
            List<Integer> values = keys.stream()
                    .map(key -> byColumn ? tally.count(seriesKey, key) : tally.count(key, seriesKey))
                    .toList();
            if (values.stream().anyMatch(value -> value > 0)) {
                drawn.add(Map.of("name", label, "values", values));
            }
        });
        return chart(tally, unit, labels(keys, categories), drawn, upright, true);
    }

    private static Map<String, Object> times(Tally tally) {
        List<String> keys = tally.rows().keySet().stream()
                .filter(key -> tally.timing(key).count() > 0)
                .toList();
        List<Map<String, Object>> drawn = List.of(
                Map.of("name", "Median", "values", hours(tally, keys, Timing::medianHours)),
                Map.of("name", "90th percentile", "values", hours(tally, keys, Timing::p90Hours)));
        return chart(tally, "Hours", labels(keys, tally.rows()), drawn, false, false);
    }

    private static List<Long> hours(Tally tally, List<String> keys, Function<Timing, @Nullable Long> value) {
        return keys.stream()
                .map(key -> Objects.requireNonNullElse(value.apply(tally.timing(key)), 0L))
                .toList();
    }

    private static List<String> labels(List<String> keys, Map<String, String> labels) {
        return keys.stream().map(key -> labels.getOrDefault(key, key)).toList();
    }

    private static Map<String, Object> chart(
            Tally tally,
            String unit,
            List<String> categories,
            List<Map<String, Object>> series,
            boolean upright,
            boolean stacked) {
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("title", tally.figure().title());
        chart.put("unit", unit);
        chart.put("upright", upright);
        chart.put("stacked", stacked);
        chart.put("categories", categories);
        chart.put("series", series);
        return chart;
    }
}
