package org.contractethics.review.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a form. The page asks for the list; the use case refuses with the same words. */
public final class Problems {

    private static final int LONGEST_TEXT = 20_000;

    /** Two texts of this size and everything beside them fit into one entry of the record, which takes 65,535 bytes. */
    static final int MOST_BYTES = 30_000;

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
        if (text == null) {
            return this;
        }
        if (!RecordedText.storable(text)) {
            return when(
                    true, field, "This holds a character that cannot be stored. Type it again instead of pasting it.");
        }
        if (text.length() > LONGEST_TEXT) {
            return when(
                    true,
                    field,
                    String.format(
                            Locale.ROOT, "Shorten this to at most 20,000 characters. It has %,d.", text.length()));
        }
        int bytes = RecordedText.bytes(text);
        return when(
                bytes > MOST_BYTES,
                field,
                String.format(
                        Locale.ROOT,
                        "Shorten this: the record takes 30,000 bytes of one text and this has %,d. A letter takes one to four.",
                        bytes));
    }

    /** Codes that are each named once: what is said a thousand times fits into no entry of the record. */
    public Problems once(List<String> codes, String field) {
        return when(Set.copyOf(codes).size() < codes.size(), field, "Name each right once.");
    }

    public List<FormProblem> list() {
        return List.copyOf(found);
    }

    public static void refuse(List<FormProblem> problems) {
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
    }
}
