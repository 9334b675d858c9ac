package org.contractethics.screening.internal.agencies;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.contractethics.screening.RecordLevel;
import org.jspecify.annotations.Nullable;

/**
 * What a source outside the company found of an agency.
 *
 * @param international whether an international court or a UN inquiry found it
 * @param source who found it: a court, a committee, a government, an organisation, a newspaper
 * @param address where it is read, http or https; null where it is not on the web
 * @param foundOn the day of the judgment or report
 * @param steps effective steps that the agency or its State took since; null where none are known
 * @param withdrawal the last that was asked for; null where none was
 */
@Schema(name = "AgencyFinding")
public record AgencyFinding(
        UUID id,
        String agency,
        RecordLevel level,
        boolean international,
        String source,
        String title,
        @Nullable String address,
        LocalDate foundOn,
        String summary,
        @Nullable String steps,
        String citedBy,
        Instant citedAt,
        @Nullable Withdrawal withdrawal) {

    /** Whether it counts at triage. */
    public boolean stands() {
        return withdrawal == null
                || withdrawal.ruling() == null
                || !withdrawal.ruling().accepted();
    }

    /** Whether somebody asked to take it back and nobody has ruled on that. */
    public boolean waits() {
        return withdrawal != null && withdrawal.ruling() == null;
    }

    /** @param ruling null while nobody has ruled */
    @Schema(name = "AgencyFindingWithdrawal")
    public record Withdrawal(UUID id, String reason, String proposedBy, Instant proposedAt, @Nullable Ruling ruling) {}

    @Schema(name = "AgencyFindingRuling")
    public record Ruling(boolean accepted, String reason, String ruledBy, Instant ruledAt) {}
}
