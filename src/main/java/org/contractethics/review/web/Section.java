package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;

/**
 * Fields that belong together.
 *
 * @param more name of the counter that a button "Add another" raises; null where the section is not repeated, or not last
 */
public record Section(String title, @Nullable String hint, List<Field> fields, @Nullable String more) {

    static Section of(String title, @Nullable String hint, Field... fields) {
        return new Section(title, hint, List.of(fields), null);
    }

    static Section of(String title, @Nullable String hint, List<Field> fields) {
        return new Section(title, hint, fields, null);
    }

    /** What was typed into a field that holds no text and cannot be read; an optional day left empty is none of it. */
    static List<FormProblem> unreadable(List<Section> sections, FormValues values) {
        return sections.stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> field.kind() == Field.Kind.DATE
                        && !values.text(field.id()).isEmpty()
                        && values.date(field.id()) == null)
                .map(field -> new FormProblem(
                        field.id(), field.label() + ": give the day as year-month-day, for example 2026-11-24."))
                .toList();
    }

    /** The first list, and of the second what is about other fields. */
    static List<FormProblem> together(List<FormProblem> unreadable, List<FormProblem> further) {
        List<FormProblem> problems = new ArrayList<>(unreadable);
        further.stream()
                .filter(problem ->
                        unreadable.stream().noneMatch(other -> other.field().equals(problem.field())))
                .forEach(problems::add);
        return problems;
    }

    /** Whether files are sent with it. */
    public boolean takesFiles() {
        return fields.stream().anyMatch(field -> field.kind() == Field.Kind.FILES);
    }

    Section adding(String counter) {
        return new Section(title, hint, fields, counter);
    }
}
