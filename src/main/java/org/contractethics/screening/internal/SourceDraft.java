package org.contractethics.screening.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.screening.internal.lists.ListFormat;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.TypedText;
import org.jspecify.annotations.Nullable;

/** What was typed of a new source. */
public record SourceDraft(
        String name,
        @Nullable ListFormat format,
        String licence,
        String attribution,
        @Nullable Integer staleAfterDays) {

    private static final int LONGEST_AGE = 400;

    public static final SourceDraft EMPTY = new SourceDraft("", null, "", "", null);

    public SourceDraft {
        name = name.strip();
        licence = licence.strip();
        attribution = attribution.strip();
    }

    List<FormProblem> problems() {
        List<FormProblem> problems = new ArrayList<>();
        text(problems, "name", name, 200, "Give the name of the source, 2 to 200 characters on one line.");
        if (format == null) {
            problems.add(new FormProblem("format", "Choose the form in which the list is published."));
        }
        text(problems, "licence", licence, 300, "Say under which licence the list is used, 2 to 300 characters.");
        text(
                problems,
                "attribution",
                attribution,
                500,
                "Name the publisher as the licence asks for it, 2 to 500 characters.");
        if (staleAfterDays == null || staleAfterDays < 1 || staleAfterDays > LONGEST_AGE) {
            problems.add(new FormProblem(
                    "stale-after-days", "Say after how many days the list is too old to rest on: 1 to 400."));
        }
        return problems;
    }

    private static void text(List<FormProblem> problems, String field, String text, int longest, String problem) {
        if (text.length() < 2
                || text.length() > longest
                || TypedText.unreadable(text)
                || text.lines().count() > 1) {
            problems.add(new FormProblem(field, problem));
        }
    }

    ListSource source(UUID id, String by, Instant at) {
        return new ListSource(
                id,
                name,
                Objects.requireNonNull(format),
                licence,
                attribution,
                Objects.requireNonNull(staleAfterDays),
                by,
                at);
    }
}
