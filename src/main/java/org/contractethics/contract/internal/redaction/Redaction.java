package org.contractethics.contract.internal.redaction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * A redaction as it was asked for, with what became of it.
 *
 * @param fields what is withheld, in the order of {@link RedactedField}
 * @param secrecy the secrecy terms because of which it was asked for; null where it was asked for by the form
 * @param provisionalUntil the last day on which it withholds without being approved; null where nothing is withheld before
 * @param endsOn the last day of it
 * @param approved null while it waits
 * @param decidedWhy why it was refused; null otherwise
 * @param endedBy who ended it before its day; null where nobody did
 */
public record Redaction(
        UUID id,
        ContractId contract,
        String reference,
        List<RedactedField> fields,
        String reason,
        String requestedBy,
        Instant requestedAt,
        @Nullable Secrecy secrecy,
        @Nullable LocalDate provisionalUntil,
        LocalDate endsOn,
        @Nullable Boolean approved,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedWhy,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String endedWhy) {

    /** Where it stands on a day. Nothing has to happen for it to be over. */
    public enum Standing {
        WAITING("Waits for approval"),
        IN_FORCE("In force"),
        REFUSED("Refused"),
        ENDED("Ended early"),
        OVER("Over");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Standing standingOn(LocalDate day) {
        if (endedAt != null) {
            return Standing.ENDED;
        }
        if (approved != null && !approved) {
            return Standing.REFUSED;
        }
        if (endsOn.isBefore(day)) {
            return Standing.OVER;
        }
        return approved == null ? Standing.WAITING : Standing.IN_FORCE;
    }

    boolean inForceOn(LocalDate day) {
        return standingOn(day) == Standing.IN_FORCE;
    }

    /** Whether it withholds on that day although nobody approved it yet. */
    public boolean provisionalOn(LocalDate day) {
        return standingOn(day) == Standing.WAITING && provisionalUntil != null && !provisionalUntil.isBefore(day);
    }

    /** The last day on which it withholds, as decided so far. */
    public LocalDate withholdsUntil() {
        return approved == null && provisionalUntil != null ? provisionalUntil : endsOn;
    }

    /** For example "title, supplier". */
    public String words() {
        return fields.stream().map(RedactedField::word).collect(Collectors.joining(", "));
    }
}
