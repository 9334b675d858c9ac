package org.contractethics.review.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What was typed into a form, as text. Reading a value never fails: what cannot be read is missing, and {@link
 * Section#unreadable} says so. U+0000, which no database column takes and nobody can type, is left out.
 */
public final class FormValues {

    /** The database holds no day beyond, and nobody means one. */
    private static final int LAST_YEAR = 9999;

    private final MultiValueMap<String, String> values;

    FormValues(MultiValueMap<String, String> values) {
        this.values = new LinkedMultiValueMap<>();
        values.forEach((name, many) -> this.values.put(
                clean(name), many.stream().map(FormValues::clean).toList()));
        this.values.remove("_csrf");
    }

    static String clean(String typed) {
        return typed.replace("\0", "");
    }

    static FormValues none() {
        return new FormValues(new LinkedMultiValueMap<>());
    }

    FormValues with(String name, @Nullable Object value) {
        if (value != null) {
            values.set(name, value.toString());
        }
        return this;
    }

    FormValues with(String name, List<String> many) {
        values.put(name, many);
        return this;
    }

    FormValues without(String name) {
        values.remove(name);
        return this;
    }

    public String text(String name) {
        String value = values.getFirst(name);
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    public List<String> list(String name) {
        List<String> many = values.get(name);
        return many == null
                ? List.of()
                : many.stream().filter(value -> !value.isBlank()).toList();
    }

    /** The numbers among many values; what is no number is left out. */
    List<Integer> numbers(String name) {
        return list(name).stream()
                .filter(value -> value.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .distinct()
                .toList();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** How many numbered groups of fields the form has. */
    int count(String name, int least) {
        Integer count = number(name);
        return count == null ? least : Math.min(Math.max(count, least), 40);
    }

    @Nullable
    Integer number(String name) {
        try {
            return text(name).isEmpty() ? null : Integer.valueOf(text(name));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Yes, no, or not known. */
    @Nullable
    Boolean flag(String name) {
        return switch (text(name)) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            default -> null;
        };
    }

    boolean ticked(String name) {
        return text(name).equals("yes");
    }

    @Nullable
    LocalDate date(String name) {
        try {
            LocalDate date = text(name).isEmpty() ? null : LocalDate.parse(text(name));
            return date == null || date.getYear() < 1 || date.getYear() > LAST_YEAR ? null : date;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text(name))) {
                return constant;
            }
        }
        return null;
    }

    @Nullable
    String code(String name) {
        return text(name).isEmpty() ? null : text(name);
    }

    /** Everything typed, for the hidden fields of the check page. */
    public Map<String, List<String>> all() {
        return new LinkedHashMap<>(values);
    }
}
