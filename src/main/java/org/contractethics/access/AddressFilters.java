package org.contractethics.access;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What the filters of lists and reports have in common, which people read and change in the address. */
public final class AddressFilters {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9000;

    private AddressFilters() {}

    /** Without white space around it, and cut to its longest; null where nothing was typed. */
    public static @Nullable String tidy(@Nullable String typed, int longest) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String stripped = typed.strip();
        return stripped.substring(0, Math.min(stripped.length(), longest));
    }

    /** The day, ISO, of the years 1970 to 9000, which the database can compare; null where it is none of these. */
    public static @Nullable LocalDate day(@Nullable String typed) {
        try {
            LocalDate day = typed == null ? null : LocalDate.parse(typed);
            return day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** What is wrong with a day; empty where it can be read. */
    public static Optional<FormProblem> dayProblem(String field, String label, @Nullable String typed) {
        return day(typed) == null
                ? Optional.of(new FormProblem(
                        field,
                        label + ": give a date like 2026-11-24, of the years " + FIRST_YEAR + " to " + LAST_YEAR + "."))
                : Optional.empty();
    }

    /** Leaves out what is not set. */
    public static void put(Map<String, String> set, String name, @Nullable String value) {
        if (value != null) {
            set.put(name, value);
        }
    }

    /** The path with these filters. */
    public static String link(String path, Map<String, String> set) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        set.keySet().forEach(name -> link.queryParam(name, "{" + name + "}"));
        return link.encode().buildAndExpand(set).toUriString();
    }
}
