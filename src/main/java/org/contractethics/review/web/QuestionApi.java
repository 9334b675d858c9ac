package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.question.AskingQuestions;
import org.contractethics.review.internal.question.ClosingQuestions;
import org.contractethics.review.internal.question.QuestionsSeen;
import org.contractethics.review.internal.question.QuestionsSeen.Seen;
import org.contractethics.review.internal.question.StageQuestion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Questions of an open stage to the account owner, by the same use cases as the pages. */
@RestController
@RequestMapping("/api")
@Tag(
        name = "Questions",
        description = "Questions to the account owner; the clock of the stage stands still until the answer")
class QuestionApi {

    private final QuestionsSeen seen;
    private final AskingQuestions asking;
    private final ClosingQuestions closing;
    private final ReviewCases reviews;

    QuestionApi(QuestionsSeen seen, AskingQuestions asking, ClosingQuestions closing, ReviewCases reviews) {
        this.seen = seen;
        this.asking = asking;
        this.closing = closing;
        this.reviews = reviews;
    }

    /**
     * @param stage from which it was asked
     * @param state {@code OPEN}, {@code ANSWERED}, {@code WITHDRAWN} or {@code STAGE_DONE}
     */
    @Schema(name = "Question")
    record QuestionDocument(
            UUID id,
            String review,
            String stage,
            int pass,
            String question,
            String askedBy,
            Instant askedAt,
            String state,
            @Nullable String answer,
            @Nullable String closedBy,
            @Nullable Instant closedAt) {

        static QuestionDocument of(Seen seen) {
            StageQuestion question = seen.question();
            StageQuestion.Closed closed = question.closed();
            return new QuestionDocument(
                    question.id(),
                    question.review().toString(),
                    question.stage().taskKey(),
                    question.pass(),
                    question.text(),
                    question.askedBy(),
                    question.askedAt(),
                    closed == null ? "OPEN" : closed.how().name(),
                    closed == null ? null : closed.answer(),
                    closed == null ? null : closed.by(),
                    closed == null ? null : closed.at());
        }
    }

    /** @param stage the open stage the caller works on, as in {@code openStages} */
    @Schema(name = "QuestionRequest")
    record QuestionRequest(@Nullable String stage, @Nullable String question) {}

    @Schema(name = "AnswerRequest")
    record AnswerRequest(@Nullable String answer) {}

    @GetMapping("/reviews/{reviewId}/questions")
    @Operation(
            summary = "The questions of a review",
            description = "For the account owner, auditors, and whoever may take part in the review. The newest first.")
    List<QuestionDocument> list(@PathVariable ReviewId reviewId, Actor viewer) {
        return seen.all(reviews.get(reviewId), viewer).stream()
                .map(QuestionDocument::of)
                .toList();
    }

    @GetMapping("/questions/{questionId}")
    @Operation(summary = "One question")
    QuestionDocument read(@PathVariable UUID questionId, Actor viewer) {
        return QuestionDocument.of(seen.get(questionId, viewer));
    }

    @PostMapping("/reviews/{reviewId}/questions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Put a question to the account owner",
            description =
                    "By who has claimed the task of an open stage; not from a vote. The clock of the stage stands still until"
                            + " the answer. 409 while another question of the review is open.")
    ResponseEntity<QuestionDocument> ask(
            @PathVariable ReviewId reviewId, @RequestBody QuestionRequest request, Actor actor) {
        UUID id = asking.ask(reviewId, Sent.stage(request.stage()), Sent.text(request.question()), actor);
        return ResponseEntity.created(URI.create("/api/questions/" + id)).body(read(id, actor));
    }

    @PostMapping("/questions/{questionId}/answer")
    @Operation(summary = "Answer a question", description = "By the account owner. The clock of the stage runs again.")
    QuestionDocument answer(@PathVariable UUID questionId, @RequestBody AnswerRequest request, Actor actor) {
        seen.get(questionId, actor);
        closing.answer(questionId, Sent.text(request.answer()), actor);
        return read(questionId, actor);
    }

    @PostMapping("/questions/{questionId}/withdrawal")
    @Operation(
            summary = "Withdraw a question",
            description =
                    "By who works on its stage, and by the panel chair where the answer is overdue. The clock runs again.")
    QuestionDocument withdraw(@PathVariable UUID questionId, Actor actor) {
        seen.get(questionId, actor);
        closing.withdraw(questionId, actor);
        return read(questionId, actor);
    }
}
