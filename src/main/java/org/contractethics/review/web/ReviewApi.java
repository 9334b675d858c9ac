package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.contractethics.review.internal.CallingIn;
import org.contractethics.review.internal.CallingIn.Call;
import org.contractethics.review.internal.ReviewCase;
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
    private final CallingIn calling;

    ReviewApi(ReviewAnswers answers, SubmittingForReview submitting, CallingIn calling) {
        this.answers = answers;
        this.submitting = submitting;
        this.calling = calling;
    }

    /** @param accountTeam account names of everyone who is paid by this contract; they take no part in the review (H1) */
    @Schema(name = "SubmissionRequest")
    record SubmissionRequest(
            @Nullable String endUse, @Nullable LocalDate plannedSignature, @Nullable List<String> accountTeam) {}

    /** @param owner account name; left out where the contract has an account owner */
    @Schema(name = "CallInRequest")
    record CallInRequest(@Nullable String reasons, @Nullable String owner) {}

    /** A review in one line; {@code GET /api/reviews/{id}} tells the rest. */
    @Schema(name = "ReviewLine")
    record ReviewLine(
            String id, @Nullable String tier, @Nullable String outcome, boolean closed, int pass, Instant openedAt) {

        static ReviewLine of(ReviewCase review) {
            return new ReviewLine(
                    review.id().toString(),
                    review.tier() == null ? null : review.tier().name(),
                    review.outcome(),
                    review.closed(),
                    review.pass(),
                    review.openedAt());
        }
    }

    @GetMapping("/api/contracts/{contractId}/reviews")
    @Operation(summary = "Every review of a contract", description = "The newest first; empty before it was submitted.")
    List<ReviewLine> reviews(@PathVariable ContractId contractId, Actor actor) {
        return answers.ofContract(contractId, actor).stream()
                .map(ReviewLine::of)
                .toList();
    }

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
        return created(submitting.submit(contractId, submission, actor), actor);
    }

    @PostMapping("/api/contracts/{contractId}/call-in")
    @Operation(
            summary = "Call a contract in for review that nobody submitted",
            description =
                    "By the panel chair or the board committee, once. Where nobody owns the contract, owner names somebody in sales.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ReviewDocument> callIn(
            @PathVariable ContractId contractId, @RequestBody CallInRequest request, Actor actor) {
        Call call = new Call(Sent.text(request.reasons()), Sent.text(request.owner()));
        return created(calling.callIn(contractId, call, actor), actor);
    }

    private ResponseEntity<ReviewDocument> created(ReviewId review, Actor actor) {
        ResponseEntity<ReviewDocument> answer = answers.answer(review, actor);
        return ResponseEntity.created(URI.create("/api/reviews/" + review))
                .eTag(answer.getHeaders().getETag())
                .body(answer.getBody());
    }
}
