package org.contractethics.record.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One fact of an entry as a row of a table; what is nested becomes one row for each value.
 *
 * @param name path to the value, for example {@code rights[0].code}
 * @param value as text
 */
record FactRow(String name, String value) {

    static List<FactRow> of(Map<String, Object> facts) {
        List<FactRow> rows = new ArrayList<>();
        facts.forEach((name, value) -> add(rows, name, value));
        return rows;
    }

    private static void add(List<FactRow> rows, String name, Object value) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, inner) -> add(rows, name + "." + key, inner));
        } else if (value instanceof List<?> list && list.stream().anyMatch(FactRow::isNested)) {
            for (int i = 0; i < list.size(); i++) {
                add(rows, name + "[" + i + "]", list.get(i));
            }
        } else if (value instanceof List<?> list) {
            rows.add(new FactRow(
                    name, String.join(", ", list.stream().map(String::valueOf).toList())));
        } else {
            rows.add(new FactRow(name, value instanceof Map<?, ?> ? "" : String.valueOf(value)));
        }
    }

    private static boolean isNested(Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?>;
    }
}
