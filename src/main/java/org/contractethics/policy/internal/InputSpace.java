package org.contractethics.policy.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.contractethics.policy.internal.TableShape.Column;
import org.jspecify.annotations.Nullable;

/**
 * Every combination of inputs that some cell of the given tables can tell apart, with null for missing and with a value that
 * no table lists.
 */
final class InputSpace {

    /** Stands for every value that no table lists. */
    static final String UNLISTED = "SOMETHING_NOT_LISTED";

    private final Map<String, List<@Nullable Object>> values = new LinkedHashMap<>();

    /** @param tables of the same shape */
    InputSpace(TableRule rule, TableShape shape, List<RuleTable> tables) {
        for (int at = 0; at < shape.inputs().size(); at++) {
            int column = at;
            List<String> cells = tables.stream()
                    .flatMap(table -> table.rules().stream())
                    .map(row -> row.inputs().get(column))
                    .toList();
            values.put(
                    shape.inputs().get(at).name(), values(rule, shape.inputs().get(at), cells));
        }
    }

    private static List<@Nullable Object> values(TableRule rule, Column column, List<String> cells) {
        Set<@Nullable Object> all = new LinkedHashSet<>();
        switch (column.type()) {
            case "boolean" -> Stream.of(false, true).forEach(all::add);
            case "integer" -> {
                int highest = cells.stream().flatMap(Cell::numbers).reduce(0, Math::max);
                for (int n = 0; n <= highest + (rule.numbersBeyond() ? 1 : 0); n++) {
                    all.add(n);
                }
            }
            default -> {
                cells.stream().flatMap(Cell::texts).sorted().forEach(all::add);
                all.add(UNLISTED);
            }
        }
        if (!rule.alwaysKnown().contains(column.name())) {
            all.add(null);
        }
        return Collections.unmodifiableList(new ArrayList<>(all));
    }

    long size() {
        return values.values().stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
    }

    void forEach(Consumer<Map<String, @Nullable Object>> visit) {
        walk(new ArrayList<>(values.keySet()), new LinkedHashMap<>(), visit);
    }

    private void walk(
            List<String> names, Map<String, @Nullable Object> chosen, Consumer<Map<String, @Nullable Object>> visit) {
        if (chosen.size() == names.size()) {
            visit.accept(Collections.unmodifiableMap(new LinkedHashMap<>(chosen)));
            return;
        }
        String name = names.get(chosen.size());
        for (Object value : values.getOrDefault(name, List.of())) {
            chosen.put(name, value);
            walk(names, chosen, visit);
            chosen.remove(name);
        }
    }

    /** Whether this input was not researched, or says something nobody has judged. */
    static boolean unknown(@Nullable Object value) {
        return value == null || UNLISTED.equals(value);
    }

    static boolean anythingUnknown(Map<String, @Nullable Object> inputs) {
        return inputs.values().stream().anyMatch(InputSpace::unknown);
    }

    /** The combination in words, for a sentence. */
    static String words(Map<String, @Nullable Object> inputs) {
        List<String> parts = new ArrayList<>();
        inputs.forEach((name, value) ->
                parts.add(name + " " + (value == null ? "missing" : UNLISTED.equals(value) ? "not listed" : value)));
        return String.join(", ", parts);
    }
}
