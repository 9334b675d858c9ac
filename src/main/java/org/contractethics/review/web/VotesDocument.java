package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.contractethics.review.internal.Decision.Dissent;
import org.contractethics.review.internal.Vote;
import org.contractethics.review.internal.VoteRound;
import org.jspecify.annotations.Nullable;

/**
 * A vote that was opened, with all that was voted in it (H4).
 *
 * @param carried the outcome carried; null where none was
 */
@Schema(name = "OpenedVote")
record VotesDocument(
        int round, int pass, boolean panel, Instant closedAt, @Nullable String carried, List<Ballot> votes) {

    static VotesDocument of(VoteRound round, List<Vote> votes) {
        return new VotesDocument(
                round.round(),
                round.pass(),
                round.panel(),
                Objects.requireNonNull(round.closedAt()),
                round.carried(),
                votes.stream().map(Ballot::of).toList());
    }

    /**
     * @param voter account name
     * @param conditions that an approval with conditions depends on
     */
    @Schema(name = "VoteCast")
    record Ballot(
            String voter,
            String role,
            String choice,
            List<String> rights,
            String severity,
            String evidence,
            String reasons,
            List<String> conditions) {

        static Ballot of(Vote vote) {
            return new Ballot(
                    vote.voter(),
                    vote.role().name(),
                    vote.choice().name(),
                    vote.rights(),
                    vote.severity().name(),
                    vote.evidence(),
                    vote.reasons(),
                    vote.conditions());
        }
    }

    /** A vote that did not carry, kept as an opinion of its own (H5). */
    @Schema(name = "Dissent")
    record DissentDocument(
            String voter,
            String role,
            String choice,
            List<String> rights,
            String severity,
            String reasons,
            @Schema(description = "whether they declared a conflict since; it stays and counts as no vote")
                    boolean steppedBack) {

        static DissentDocument of(Dissent dissent) {
            return new DissentDocument(
                    dissent.voter(),
                    dissent.role().name(),
                    dissent.outcome().name(),
                    dissent.rights(),
                    dissent.severity(),
                    dissent.reasons(),
                    dissent.steppedBack());
        }
    }
}
