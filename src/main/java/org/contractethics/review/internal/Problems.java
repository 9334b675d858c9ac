package org.contractethics.review.internal;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a form. The page asks for the list; the use case refuses with the same words. */
public final class Problems {

    private static final int LONGEST_TEXT = 20_000;

    private final List<FormProblem> found = new ArrayList<>();

    public Problems when(boolean wrong, String field, String message) {
        if (wrong) {
            found.add(new FormProblem(field, message));
        }
        return this;
    }

    /** A text that has to be there. */
    public Problems text(@Nullable String text, String field, String message) {
        return when(text == null || text.isBlank(), field, message).length(text, field);
    }

    public Problems length(@Nullable String text, String field) {
        return when(
                text != null && text.length() > LONGEST_TEXT,
                field,
                "Shorten this to at most 20,000 characters. It has " + (text == null ? 0 : text.length()) + ".");
    }

    public List<FormProblem> list() {
        return List.copyOf(found);
    }

    public static void refuse(List<FormProblem> problems) {
        if (!problems.isEmpty()) {
            throw new Refused(
                    Refused.Kind.INVALID,
                    problems.stream().map(FormProblem::message).distinct().toList());
        }
    }
}
