package org.contractethics.contract.internal.redaction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * A redaction as it was asked for, with what became of it.
 *
 * @param fields what is withheld, in the order of {@link RedactedField}
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

    /** For example "title, supplier". */
    public String words() {
        return fields.stream().map(RedactedField::word).collect(Collectors.joining(", "));
    }
}
