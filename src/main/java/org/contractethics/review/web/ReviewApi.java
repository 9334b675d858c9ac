package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.contractethics.review.internal.DeclaringConflict;
import org.contractethics.review.internal.Recusals.Interest;
import org.contractethics.review.internal.SubmittingForReview;
import org.contractethics.review.internal.SubmittingForReview.Submission;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opens and reads a review, and lets people step back from it. */
@RestController
@Tag(name = "Reviews", description = "Where a review stands, what its stages found, and its decision")
class ReviewApi {

    private final ReviewAnswers answers;
    private final SubmittingForReview submitting;
    private final DeclaringConflict declaring;

    ReviewApi(ReviewAnswers answers, SubmittingForReview submitting, DeclaringConflict declaring) {
        this.answers = answers;
        this.submitting = submitting;
        this.declaring = declaring;
    }

    /** @param accountTeam account names of everyone who is paid by this contract; they take no part in the review (H1) */
    @Schema(name = "SubmissionRequest")
    record SubmissionRequest(
            @Nullable String endUse, @Nullable LocalDate plannedSignature, @Nullable List<String> accountTeam) {}

    /** @param stage the stage stepped back from, as in {@code openStages} */
    @Schema(name = "ConflictRequest")
    record ConflictRequest(@Nullable String stage, @Nullable Interest interest) {}

    @GetMapping("/api/reviews/{reviewId}")
    @Operation(
            summary = "One review",
            description =
                    "With the triage, the assessment by right, the opened votes, the dissents and the tables' inputs and rules."
                            + " Sealed votes are not in it (H4). Its ETag is what a change sends as If-Match.")
    ResponseEntity<ReviewDocument> review(@PathVariable ReviewId reviewId, Actor actor) {
        return answers.answer(reviewId, actor);
    }

    @PostMapping("/api/contracts/{contractId}/reviews")
    @Operation(
            summary = "Submit a contract for review (S1)",
            description = "By its account owner. The review is about the documents as they are now.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ReviewDocument> submit(
            @PathVariable ContractId contractId, @RequestBody SubmissionRequest request, Actor actor) {
        Submission submission = new Submission(
                Sent.text(request.endUse()), request.plannedSignature(), Sent.list(request.accountTeam()));
        ReviewId review = submitting.submit(contractId, submission, actor);
        ResponseEntity<ReviewDocument> answer = answers.answer(review, actor);
        return ResponseEntity.created(URI.create("/api/reviews/" + review))
                .eTag(answer.getHeaders().getETag())
                .body(answer.getBody());
    }

    @PostMapping("/api/reviews/{reviewId}/conflicts")
    @Operation(
            summary = "Declare a conflict of interest (H2)",
            description = "The caller takes no further part in this review; a task they hold goes back to the group.")
    ResponseEntity<ReviewDocument> declare(
            @PathVariable ReviewId reviewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ConflictRequest request,
            Actor actor) {
        answers.demandSeen(ifMatch, reviewId, actor);
        declaring.declare(reviewId, Sent.stage(request.stage()), request.interest(), actor);
        return answers.answer(reviewId, actor);
    }
}
