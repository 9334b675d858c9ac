package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.review.internal.CastingVote;
import org.contractethics.review.internal.CastingVote.Ballot;
import org.contractethics.review.internal.ClosingVote;
import org.contractethics.review.internal.Vote;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** S8, the vote: cast sealed, opened together. */
@RestController
@RequestMapping("/api/reviews/{reviewId}")
@Tag(name = "Votes", description = "Sealed votes, and closing the vote of a panel")
class VoteApi {

    private final ReviewAnswers answers;
    private final CastingVote casting;
    private final ClosingVote closing;

    VoteApi(ReviewAnswers answers, CastingVote casting, ClosingVote closing) {
        this.answers = answers;
        this.casting = casting;
        this.closing = closing;
    }

    /**
     * @param role the role in which the caller votes; on a panel the one in which they were drawn
     * @param conditions that an approval with conditions depends on; the decision takes each up word for word or answers it
     * @param noConflict true signs the declaration of interests with this vote, where the caller has signed none for this review (H2)
     */
    @Schema(name = "VoteRequest")
    record VoteRequest(
            @Nullable Role role,
            Vote.@Nullable Choice choice,
            @Nullable List<@Nullable String> rights,
            @Nullable Severity severity,
            @Nullable String evidence,
            @Nullable String reasons,
            @Nullable List<@Nullable String> conditions,
            boolean noConflict) {

        Ballot ballot() {
            return new Ballot(
                    role,
                    choice,
                    Sent.list(rights),
                    severity,
                    Sent.text(evidence),
                    Sent.text(reasons),
                    Sent.list(conditions),
                    noConflict);
        }
    }

    @PostMapping("/votes")
    @Operation(
            summary = "Cast a vote (S8)",
            description =
                    "Sealed until all are opened together (H4); it cannot be changed. Others who vote meanwhile do"
                            + " not change the ETag.")
    ResponseEntity<ReviewDocument> cast(
            @PathVariable ReviewId reviewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody VoteRequest request,
            Actor actor) {
        answers.demandSeenByVoter(ifMatch, reviewId, actor);
        casting.cast(reviewId, request.ballot(), actor);
        return answers.answer(reviewId, actor);
    }

    @PostMapping("/vote/close")
    @Operation(
            summary = "Close the vote of a panel and open all votes (S8)",
            description =
                    "By its chair, or its acting chair while conflicts bar every panel chair; once the quorum is reached (H3).")
    ResponseEntity<ReviewDocument> close(
            @PathVariable ReviewId reviewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        answers.demandSeen(ifMatch, reviewId, actor);
        closing.close(reviewId, actor);
        return answers.answer(reviewId, actor);
    }
}
