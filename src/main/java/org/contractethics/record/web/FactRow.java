package org.contractethics.record.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One fact of an entry as a row of a table. What is nested becomes one row for each value, and of a list one for each element, as long as
 * an element holds nothing nested itself.
 *
 * @param name path to the value, for example {@code rights[0]}
 * @param value as text
 */
record FactRow(String name, String value) {

    static List<FactRow> of(Map<String, Object> facts) {
        List<FactRow> rows = new ArrayList<>();
        facts.forEach((name, value) -> add(rows, name, value));
        return rows;
    }

    private static void add(List<FactRow> rows, String name, Object value) {
        if (value instanceof Map<?, ?> map && name.endsWith("]") && isFlat(map)) {
            rows.add(new FactRow(name, told(map)));
        } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, inner) -> add(rows, name + "." + key, inner));
        } else if (value instanceof List<?> list && list.stream().anyMatch(FactRow::isNested)) {
            for (int i = 0; i < list.size(); i++) {
                add(rows, name + "[" + i + "]", list.get(i));
            }
        } else {
            rows.add(new FactRow(name, text(value)));
        }
    }

    private static boolean isFlat(Map<?, ?> map) {
        return map.values().stream()
                .noneMatch(value -> value instanceof List<?> list
                        ? list.stream().anyMatch(FactRow::isNested)
                        : value instanceof Map<?, ?>);
    }

    /** What is empty says nothing beside the rest. */
    private static String told(Map<?, ?> map) {
        return map.entrySet().stream()
                .filter(part -> !text(part.getValue()).isEmpty())
                .map(part -> part.getKey() + ": " + text(part.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return value instanceof Map<?, ?> ? "" : String.valueOf(value);
    }

    private static boolean isNested(Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?>;
    }
}
