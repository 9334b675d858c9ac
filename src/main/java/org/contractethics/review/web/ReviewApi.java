package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.contractethics.review.internal.SubmittingForReview;
import org.contractethics.review.internal.SubmittingForReview.Submission;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opens and reads a review, and lets people step back from it. */
@RestController
@Tag(name = "Reviews", description = "Where a review stands, what its stages found, and its decision")
class ReviewApi {

    private final ReviewAnswers answers;
    private final SubmittingForReview submitting;

    ReviewApi(ReviewAnswers answers, SubmittingForReview submitting) {
        this.answers = answers;
        this.submitting = submitting;
    }

    /** @param accountTeam account names of everyone who is paid by this contract; they take no part in the review (H1) */
    @Schema(name = "SubmissionRequest")
    record SubmissionRequest(
            @Nullable String endUse, @Nullable LocalDate plannedSignature, @Nullable List<String> accountTeam) {}

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
}
