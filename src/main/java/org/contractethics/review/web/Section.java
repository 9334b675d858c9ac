package org.contractethics.review.web;

import java.util.List;
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

    Section adding(String counter) {
        return new Section(title, hint, fields, counter);
    }
}
