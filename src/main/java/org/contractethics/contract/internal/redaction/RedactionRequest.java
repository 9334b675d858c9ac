package org.contractethics.contract.internal.redaction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;

/** What somebody wants withheld, why, and until when. */
public record RedactionRequest(Set<RedactedField> fields, String reason, @Nullable LocalDate endsOn) {

    public static final int LONGEST_MONTHS = 12;

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 2_000;

    public RedactionRequest {
        fields = fields.isEmpty() ? Set.of() : EnumSet.copyOf(fields);
        reason = reason.strip();
    }

    /** What is wrong with it, field by field; empty where nothing is. */
    public List<FormProblem> problems(LocalDate today) {
        List<FormProblem> problems = new ArrayList<>();
        if (fields.isEmpty()) {
            problems.add(new FormProblem("fields", "Choose what is to be withheld."));
        }
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            problems.add(new FormProblem("reason", "Give the reason in 10 to 2,000 characters (H18)."));
        }
        if (endsOn == null) {
            problems.add(
                    new FormProblem("endsOn", "Enter the last day of the redaction (H18), for example 2027-03-31."));
        } else if (!endsOn.isAfter(today)) {
            problems.add(new FormProblem("endsOn", "The last day has to lie ahead."));
        } else if (endsOn.isAfter(today.plusMonths(LONGEST_MONTHS))) {
            problems.add(new FormProblem(
                    "endsOn", "A redaction lasts at most " + LONGEST_MONTHS + " months; ask again when it is over."));
        }
        return problems;
    }
}
