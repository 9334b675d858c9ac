package org.contractethics.review.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form.
 *
 * @param kind which fragment shows it
 * @param options value to label, where there is a choice
 * @param notes what to know before answering, below the field
 */
public record Field(
        Kind kind,
        String id,
        String label,
        @Nullable String hint,
        Map<String, String> options,
        boolean required,
        int rows,
        List<Note> notes) {

    /** @param link path inside the application; null where the words stand alone */
    public record Note(String text, @Nullable String link) {}

    Field noting(List<Note> more) {
        return new Field(kind, id, label, hint, options, required, rows, List.copyOf(more));
    }

    /** How a field is shown. */
    public enum Kind {
        TEXT,
        TEXTAREA,
        SELECT,
        RADIOS,
        CHECKBOXES,
        DATE,
        FILES,
        HIDDEN
    }

    static Field text(String id, String label, @Nullable String hint, boolean required) {
        return new Field(Kind.TEXT, id, label, hint, Map.of(), required, 1, List.of());
    }

    static Field area(String id, String label, @Nullable String hint, boolean required, int rows) {
        return new Field(Kind.TEXTAREA, id, label, hint, Map.of(), required, rows, List.of());
    }

    static Field date(String id, String label, @Nullable String hint, boolean required) {
        return new Field(Kind.DATE, id, label, hint, Map.of(), required, 1, List.of());
    }

    static Field select(String id, String label, Map<String, String> options, @Nullable String hint, boolean required) {
        return new Field(Kind.SELECT, id, label, hint, options, required, 1, List.of());
    }

    static Field radios(String id, String label, Map<String, String> options, @Nullable String hint, boolean required) {
        return new Field(Kind.RADIOS, id, label, hint, options, required, 1, List.of());
    }

    static Field checkboxes(String id, String label, Map<String, String> options, @Nullable String hint) {
        return new Field(Kind.CHECKBOXES, id, label, hint, options, false, 1, List.of());
    }

    /** Files that are sent with the form. */
    static Field files(String id, String label, @Nullable String hint, boolean required) {
        return new Field(Kind.FILES, id, label, hint, Map.of(), required, 1, List.of());
    }

    static Field hidden(String id) {
        return new Field(Kind.HIDDEN, id, "", null, Map.of(), false, 1, List.of());
    }

    /** What was entered, in words; shown on the check page. */
    public String shown(FormValues values) {
        List<String> chosen = values.list(id);
        if (chosen.isEmpty()) {
            return "Not stated";
        }
        return options.isEmpty()
                ? values.text(id)
                : chosen.stream()
                        .map(value -> options.getOrDefault(value, value))
                        .collect(Collectors.joining("; "));
    }

    static Map<String, String> choices(String... valuesAndLabels) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < valuesAndLabels.length; i += 2) {
            options.put(valuesAndLabels[i], valuesAndLabels[i + 1]);
        }
        return options;
    }

    /** Yes, no, and the honest third answer. */
    static Map<String, String> knownOrNot() {
        return choices("yes", "Yes", "no", "No", "unknown", "Not known");
    }
}
