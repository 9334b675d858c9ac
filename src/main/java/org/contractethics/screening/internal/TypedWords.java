package org.contractethics.screening.internal;

import java.util.List;
import java.util.Locale;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.TypedText;

/** What is asked of every text that somebody types into the registers of the screening. */
public final class TypedWords {

    private TypedWords() {}

    /** @param what what the text says, for "Say ..." */
    public static void text(
            List<FormProblem> problems, String field, String text, int shortest, int longest, String what) {
        long length = text.strip().length();
        if (length < shortest || length > longest) {
            problems.add(new FormProblem(
                    field, String.format(Locale.ROOT, "Say %s in %d to %,d characters.", what, shortest, longest)));
        } else {
            readable(problems, field, text);
        }
    }

    /** No NUL or other control character, no half of a character, nothing that turns the words behind it round. */
    public static void readable(List<FormProblem> problems, String field, String text) {
        if (TypedText.unreadable(text)) {
            problems.add(new FormProblem(field, TypedText.PROBLEM));
        }
    }
}
