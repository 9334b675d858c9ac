package org.contractethics.contract.internal.redaction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.contract.internal.SecrecyLabel;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants withheld, why, and until when.
 *
 * @param secrecy the secrecy terms because of which it is asked for; null where somebody asks by the form
 * @param provisionalUntil the last day on which it withholds before somebody approves it; null where approval comes first
 */
public record RedactionRequest(
        Set<RedactedField> fields,
        String reason,
        @Nullable LocalDate endsOn,
        @Nullable Secrecy secrecy,
        @Nullable LocalDate provisionalUntil) {

    public static final int LONGEST_MONTHS = 12;

    /** How long from its registration on secrecy terms of a contract withhold before somebody approved it, in calendar days. */
    public static final int PROVISIONAL_DAYS = 14;

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 2_000;

    public RedactionRequest {
        fields = fields.isEmpty() ? Set.of() : EnumSet.copyOf(fields);
        reason = reason.strip();
    }

    /** Asked for by somebody; nothing is withheld before it is approved. */
    public RedactionRequest(Set<RedactedField> fields, String reason, @Nullable LocalDate endsOn) {
        this(fields, reason, endsOn, null, null);
    }

    /** What the secrecy terms of a contract ask for, for as long as a redaction may last. */
    static RedactionRequest ofSecrecy(Contract contract, LocalDate today) {
        LocalDate provisional = SecrecyTerms.day(contract.registeredAt()).plusDays(PROVISIONAL_DAYS);
        return new RedactionRequest(
                RedactedField.under(contract.secrecy()),
                "Secrecy terms of the contract, as whoever sells it states them: " + SecrecyLabel.of(contract.secrecy())
                        + ".",
                today.plusMonths(LONGEST_MONTHS),
                contract.secrecy(),
                provisional.isBefore(today) ? null : provisional);
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
