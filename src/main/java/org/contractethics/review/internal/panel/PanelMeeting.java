package org.contractethics.review.internal.panel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.shared.ReviewId;

/**
 * A meeting of the panel about one or more reviews.
 *
 * @param cases in the order of the agenda
 */
public record PanelMeeting(UUID id, Instant heldAt, String place, String calledBy, Instant calledAt, List<Case> cases) {

    public PanelMeeting {
        cases = List.copyOf(cases);
    }

    /** @param pass the pass of the review whose panel meets */
    public record Case(ReviewId review, int pass) {}
}
