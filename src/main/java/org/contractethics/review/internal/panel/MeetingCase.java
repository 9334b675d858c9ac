package org.contractethics.review.internal.panel;

import java.util.List;
import java.util.OptionalLong;
import org.contractethics.contract.Contract;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.Vote;
import org.contractethics.review.internal.VoteRound;
import org.contractethics.review.internal.VotingRules;
import org.contractethics.review.internal.panel.PanelSeats.Sitting;
import org.jspecify.annotations.Nullable;

/**
 * Everything that agenda and minutes say of one case.
 *
 * @param rounds of voting that were opened, with their votes; a sealed one is not among them
 * @param sealed whether a vote is still sealed
 * @param decision of this pass; null before it
 * @param decisionEntry number of the entry of the record that holds it
 */
record MeetingCase(
        ReviewCase review,
        int pass,
        Contract contract,
        List<DocumentVersion> documents,
        List<Sitting> sitting,
        List<PanelChange> changes,
        List<Opened> rounds,
        boolean sealed,
        VotingRules rules,
        @Nullable Decision decision,
        OptionalLong decisionEntry) {

    /**
     * An opened round.
     *
     * @param valid votes when it was closed
     * @param lost how many of these are of people who stepped back before the decision, or by now where none is recorded
     * @param actingChair who closed it, where that was a member drawn in place of the chairs; null otherwise
     */
    record Opened(VoteRound round, List<Vote> votes, int valid, int lost, @Nullable String actingChair) {}
}
