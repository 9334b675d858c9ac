package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.util.UUID;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * A waiver that needs a second person.
 *
 * @param number its place among those of the condition, from 1
 * @param ruling of the board committee; null until somebody of it ruled
 */
public record WaiverProposal(
        UUID id, int number, String reasons, String by, Role as, Instant at, @Nullable Ruling ruling) {

    /** Where it stands, in words. */
    public String words() {
        if (ruling == null) {
            return "Waits for somebody else of the board committee; the condition stands until then";
        }
        return ruling.accepted() ? "Confirmed" : "Refused; the condition stands";
    }
}
