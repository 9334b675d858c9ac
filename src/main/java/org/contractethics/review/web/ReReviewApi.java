package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.review.internal.followup.ReReview;
import org.contractethics.review.internal.followup.ReReview.Result;
import org.contractethics.review.internal.followup.ReReviewing;
import org.contractethics.review.internal.followup.ReReviews;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** S11 for programs: looking at a signed contract again. */
@RestController
@RequestMapping("/api")
@Tag(name = "Re-reviews", description = "Periodic re-reviews of signed contracts")
class ReReviewApi {

    private static final String MISSING = "There is no such re-review.";

    private final ReReviewing reReviewing;
    private final ReReviews reReviews;
    private final FollowUpAnswers answers;

    ReReviewApi(ReReviewing reReviewing, ReReviews reReviews, FollowUpAnswers answers) {
        this.reReviewing = reReviewing;
        this.reReviews = reReviews;
        this.answers = answers;
    }

    /** @param nextOn when it is looked at again; null where it is closed */
    @Schema(name = "ReReview")
    record ReReviewAnswer(
            UUID id,
            UUID contract,
            UUID review,
            Instant startedAt,
            @Nullable Instant closedAt,
            @Nullable LocalDate nextOn,
            List<DoneAnswer> results,
            List<BroughtForwardAnswer> broughtForward) {}

    /** @param number of the re-review that comes earlier; the incident that brought it forward is named */
    @Schema(name = "ReReviewBroughtForward")
    record BroughtForwardAnswer(int number, UUID incident, LocalDate before, LocalDate nextOn, Instant at) {

        static BroughtForwardAnswer of(ReReview.BroughtForward brought) {
            return new BroughtForwardAnswer(
                    brought.number(), brought.incident(), brought.before(), brought.nextOn(), brought.at());
        }
    }

    /** @param validUntil until when the approval holds on by this look; null where a new review is needed */
    @Schema(name = "ReReviewResult")
    record DoneAnswer(
            int number,
            String result,
            String reasons,
            @Nullable UUID newReview,
            String by,
            Instant at,
            @Nullable LocalDate validUntil) {

        static DoneAnswer of(ReReview.Done done) {
            ReviewId next = done.newReview();
            return new DoneAnswer(
                    done.number(),
                    done.result().name(),
                    done.reasons(),
                    next == null ? null : next.value(),
                    done.by(),
                    done.at(),
                    done.validUntil());
        }
    }

    /** @param result STILL_VALID or NEW_REVIEW */
    @Schema(name = "ReReviewRequest")
    record DoneRequest(@Nullable Result result, @Nullable String reasons) {}

    @GetMapping("/contracts/{contractId}/re-reviews")
    @Operation(summary = "The re-reviews of a contract")
    List<ReReviewAnswer> of(@PathVariable ContractId contractId, Actor actor) {
        answers.demandReadable(contractId, actor, MISSING);
        return reReviews.of(contractId).stream().map(this::answer).toList();
    }

    @GetMapping("/re-reviews/{reReviewId}")
    @Operation(summary = "One re-review with its results")
    ResponseEntity<ReReviewAnswer> read(@PathVariable UUID reReviewId, Actor actor) {
        return answers.tagged(answer(reReviewId, actor));
    }

    @PostMapping("/re-reviews/{reReviewId}/results")
    @Operation(
            summary = "Say whether the approval still holds (S11)",
            description =
                    "By who has claimed the task. STILL_VALID needs a statement of what of the use cannot be seen and an"
                            + " approval that has neither lapsed nor run out; NEW_REVIEW opens a review that goes the"
                            + " whole way.")
    ResponseEntity<ReReviewAnswer> finish(
            @PathVariable UUID reReviewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody DoneRequest request,
            Actor actor) {
        answer(reReviewId, actor);
        answers.demandSeen(ifMatch, reReviews.get(reReviewId).contract(), () -> answer(reReviewId, actor));
        reReviewing.finish(reReviewId, request.result(), Sent.text(request.reasons()), actor);
        return answers.tagged(answer(reReviewId, actor));
    }

    private ReReviewAnswer answer(UUID id, Actor viewer) {
        ReReview reReview = reReviews.get(id);
        answers.demandReadable(reReview.contract(), viewer, MISSING);
        return answer(reReview);
    }

    private ReReviewAnswer answer(ReReview reReview) {
        return new ReReviewAnswer(
                reReview.id(),
                reReview.contract().value(),
                reReview.review().value(),
                reReview.startedAt(),
                reReview.closedAt(),
                reReview.closedAt() == null ? reReviewing.nextOn(reReview) : null,
                reReview.results().stream().map(DoneAnswer::of).toList(),
                reReview.broughtForward().stream().map(BroughtForwardAnswer::of).toList());
    }
}
