package org.contractethics.concern.internal.letter;

import java.time.LocalDate;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;

/**
 * A letter, without who signed it.
 *
 * @param revealAt with {@link SigningMode#REVEALED_AT}: from how many on names are shown; else null
 * @param version of the text that can be signed
 * @param revealReachedOn the day on which so many of earlier days stood under this version; stays, whatever becomes of the number
 * @param namesDestroyedOn when who signed was destroyed, as far as it was sealed; null before, and in letters with names
 */
public record Letter(
        ConcernId id,
        String title,
        SigningMode signing,
        @Nullable Integer revealAt,
        int version,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate revealReachedOn,
        @Nullable LocalDate namesDestroyedOn) {

    public boolean isClosed() {
        return closedOn != null;
    }

    /** What the mode means in this letter. */
    public String signingInWords() {
        return revealAt == null
                ? signing.meaning()
                : signing.meaning()
                        .replace("until so many have signed as the letter says", "until " + revealAt + " have signed");
    }
}
