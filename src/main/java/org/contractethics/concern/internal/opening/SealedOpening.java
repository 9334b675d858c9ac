package org.contractethics.concern.internal.opening;

import java.time.LocalDate;
import java.util.UUID;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * An opening as it is kept.
 *
 * @param file number of the file; null for a name
 * @param reason why it is asked for, sealed for those who handle the concern and its filer
 * @param basis which law and whose demand, sealed likewise; empty where the filer is asked
 * @param toConfirm both, sealed for those who may confirm
 * @param grantedBy the second person; null while it waits and where the filer consented
 * @param lastDay on which it is in force; null while it waits
 */
@SuppressWarnings("ArrayRecordComponent") // sealed bytes on their way to or from the vault, never compared
record SealedOpening(
        UUID id,
        ConcernId concern,
        OpeningKind kind,
        @Nullable Integer file,
        OpeningGround ground,
        byte[] reason,
        byte[] basis,
        byte[] toConfirm,
        String askedBy,
        LocalDate askedOn,
        @Nullable String grantedBy,
        @Nullable LocalDate grantedOn,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate refusedOn,
        @Nullable LocalDate endedOn) {

    /** How long an opening lasts, the day of its granting counted. */
    static final int DAYS = 7;

    /** After how many days a request lapses that nobody answered. */
    static final int WAITS = 14;

    private static final String OVER = "This request is over. Ask again if it is still needed.";

    /** Whether somebody still has to grant it. */
    boolean waits(LocalDate today) {
        return grantedOn == null && refusedOn == null && endedOn == null && !today.isAfter(askedOn.plusDays(WAITS));
    }

    /** Whether what it names can be seen on this day. */
    boolean isInForce(LocalDate today) {
        return lastDay != null && endedOn == null && !today.isAfter(lastDay);
    }

    void requireWaiting(OpeningGround wanted, LocalDate today) {
        if (ground != wanted || !waits(today)) {
            throw Refused.conflict(OVER);
        }
    }

    void requireInForce(LocalDate today) {
        if (!isInForce(today)) {
            throw Refused.conflict(
                    lastDay == null
                            ? "Nobody has granted this yet. It is shown to nobody before."
                            : "This opening is over. What it showed is sealed again.");
        }
    }

    /** Under which name its words are sealed, so that those of one opening cannot be put in place of another's. */
    static String field(UUID id, String words) {
        return "opening/" + id + "/" + words;
    }
}
