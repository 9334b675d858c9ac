package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;

/**
 * A signed contract being reviewed again and again, at the interval of its tier.
 *
 * @param review the review whose approval was signed
 * @param results the oldest first
 * @param broughtForward the oldest first
 */
public record ReReview(
        UUID id,
        ContractId contract,
        ReviewId review,
        Instant startedAt,
        @Nullable Instant closedAt,
        List<Done> results,
        List<BroughtForward> broughtForward) {

    public ReReview {
        results = List.copyOf(results);
        broughtForward = List.copyOf(broughtForward);
    }

    /** What a re-review can find; it never approves anything. */
    public enum Result {
        STILL_VALID("The approval is still valid"),
        NEW_REVIEW("A new review is needed");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * The next look comes earlier, because something became known.
     *
     * @param number of the re-review that comes earlier
     * @param before when it would have come
     */
    public record BroughtForward(int number, UUID incident, LocalDate before, LocalDate nextOn, Instant at) {}

    /** What brought the next look forward; empty where nothing did. */
    public List<BroughtForward> nextBroughtForward() {
        return broughtForward.stream()
                .filter(brought -> brought.number() == results.size() + 1)
                .toList();
    }

    /**
     * @param newReview the review that was opened; null where the approval is still valid
     * @param nextOn when it is looked at again; null where a new review was opened
     * @param validUntil until when the approval holds on by this look, where no other day is later; null where a new review was opened,
     *     and of looks before this was told apart from {@code nextOn}
     */
    public record Done(
            int number,
            Result result,
            String reasons,
            @Nullable ReviewId newReview,
            String by,
            Instant at,
            @Nullable LocalDate nextOn,
            @Nullable LocalDate validUntil) {}
}
