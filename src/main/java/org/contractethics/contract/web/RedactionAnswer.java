package org.contractethics.contract.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.contract.internal.redaction.RedactedField;
import org.contractethics.contract.internal.redaction.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * A redaction as the API tells it.
 *
 * @param secrecy the secrecy terms because of which it was asked for
 * @param provisionalUntil the last day on which it withholds before somebody approved it
 * @param endsOn the last day of it
 * @param state WAITING, IN_FORCE, REFUSED, ENDED before its day, or OVER
 * @param decidedWhy why it was refused
 */
@Schema(name = "Redaction")
record RedactionAnswer(
        UUID id,
        UUID contract,
        String reference,
        List<RedactedField> fields,
        String reason,
        String requestedBy,
        Instant requestedAt,
        @Nullable Secrecy secrecy,
        @Nullable LocalDate provisionalUntil,
        LocalDate endsOn,
        String state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedWhy,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String endedWhy) {

    static RedactionAnswer of(Redaction redaction, LocalDate today) {
        return new RedactionAnswer(
                redaction.id(),
                redaction.contract().value(),
                redaction.reference(),
                redaction.fields(),
                redaction.reason(),
                redaction.requestedBy(),
                redaction.requestedAt(),
                redaction.secrecy(),
                redaction.provisionalUntil(),
                redaction.endsOn(),
                redaction.standingOn(today).name(),
                redaction.decidedBy(),
                redaction.decidedAt(),
                redaction.decidedWhy(),
                redaction.endedBy(),
                redaction.endedAt(),
                redaction.endedWhy());
    }
}
