package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.document.AddingDocuments.SentDocument;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.question.AnsweringQuestions;
import org.contractethics.review.internal.question.AskingQuestions;
import org.contractethics.review.internal.question.ClosingQuestions;
import org.contractethics.review.internal.question.QuestionDocuments;
import org.contractethics.review.internal.question.QuestionDocuments.Side;
import org.contractethics.review.internal.question.QuestionsSeen;
import org.contractethics.review.internal.question.QuestionsSeen.Seen;
import org.contractethics.review.internal.question.StageQuestion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Questions of an open stage to the account owner, by the same use cases as the pages. */
@RestController
@RequestMapping("/api")
@Tag(
        name = "Questions",
        description = "Questions to the account owner; the clock of the stage stands still until the answer")
class QuestionApi {

    private final QuestionsSeen seen;
    private final AskingQuestions asking;
    private final AnsweringQuestions answering;
    private final ClosingQuestions closing;
    private final QuestionDocuments documents;
    private final ReviewCases reviews;

    QuestionApi(
            QuestionsSeen seen,
            AskingQuestions asking,
            AnsweringQuestions answering,
            ClosingQuestions closing,
            QuestionDocuments documents,
            ReviewCases reviews) {
        this.seen = seen;
        this.asking = asking;
        this.answering = answering;
        this.closing = closing;
        this.documents = documents;
        this.reviews = reviews;
    }

    /**
     * @param stage from which it was asked
     * @param documents versions of documents of the contract that the question names; none for whoever may not read them
     * @param answerDocuments those that the answer names
     * @param state {@code OPEN}, {@code ANSWERED}, {@code WITHDRAWN} or {@code STAGE_DONE}
     */
    @Schema(name = "Question")
    record QuestionDocument(
            UUID id,
            String review,
            String stage,
            int pass,
            String question,
            List<NamedDocument> documents,
            String askedBy,
            Instant askedAt,
            String state,
            @Nullable String answer,
            List<NamedDocument> answerDocuments,
            @Nullable String closedBy,
            @Nullable Instant closedAt) {}

    /** @param version id of the version, as it was when it was named */
    @Schema(name = "NamedDocument")
    record NamedDocument(UUID version, String title, int number, String fileName) {}

    private QuestionDocument document(Seen one, Actor viewer) {
        StageQuestion question = one.question();
        StageQuestion.Closed closed = question.closed();
        return new QuestionDocument(
                question.id(),
                question.review().toString(),
                question.stage().taskKey(),
                question.pass(),
                question.text(),
                named(question, Side.QUESTION, viewer),
                question.askedBy(),
                question.askedAt(),
                closed == null ? "OPEN" : closed.how().name(),
                closed == null ? null : closed.answer(),
                named(question, Side.ANSWER, viewer),
                closed == null ? null : closed.by(),
                closed == null ? null : closed.at());
    }

    private List<NamedDocument> named(StageQuestion question, Side side, Actor viewer) {
        ContractId contract = reviews.get(question.review()).contract();
        return documents.of(question.id(), side, contract, viewer).stream()
                .map(one -> new NamedDocument(one.id(), one.title(), one.number(), one.fileName()))
                .toList();
    }

    /**
     * @param stage the open stage the caller works on, as in {@code openStages}
     * @param documents current versions of documents of the contract that it is about
     */
    @Schema(name = "QuestionRequest")
    record QuestionRequest(
            @Nullable String stage, @Nullable String question, @Nullable List<@Nullable String> documents) {}

    /** @param documents current versions of documents of the contract that show it */
    @Schema(name = "AnswerRequest")
    record AnswerRequest(@Nullable String answer, @Nullable List<@Nullable String> documents) {}

    @GetMapping("/reviews/{reviewId}/questions")
    @Operation(
            summary = "The questions of a review",
            description = "For the account owner, auditors, and whoever may take part in the review. The newest first.")
    List<QuestionDocument> list(@PathVariable ReviewId reviewId, Actor viewer) {
        return seen.all(reviews.get(reviewId), viewer).stream()
                .map(one -> document(one, viewer))
                .toList();
    }

    @GetMapping("/questions/{questionId}")
    @Operation(summary = "One question")
    QuestionDocument read(@PathVariable UUID questionId, Actor viewer) {
        return document(seen.get(questionId, viewer), viewer);
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
        UUID id = asking.ask(
                reviewId,
                Sent.stage(request.stage()),
                Sent.text(request.question()),
                Sent.list(request.documents()),
                actor);
        return ResponseEntity.created(URI.create("/api/questions/" + id)).body(read(id, actor));
    }

    @PostMapping(path = "/questions/{questionId}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Answer a question", description = "By the account owner. The clock of the stage runs again.")
    QuestionDocument answer(@PathVariable UUID questionId, @RequestBody AnswerRequest request, Actor actor) {
        return answered(questionId, request, List.of(), actor);
    }

    @PostMapping(path = "/questions/{questionId}/answer", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Answer a question with files",
            description =
                    "By the account owner. The files become documents of the contract and are named by the answer, which"
                            + " comes in one part `answer` of JSON; where one is refused, none is kept.")
    QuestionDocument answerWithFiles(
            @PathVariable UUID questionId,
            @RequestPart("answer") AnswerRequest request,
            @RequestPart(required = false) @Nullable List<MultipartFile> files,
            Actor actor) {
        return answered(questionId, request, SentFiles.documents(files), actor);
    }

    private QuestionDocument answered(UUID id, AnswerRequest request, List<SentDocument> files, Actor actor) {
        seen.get(id, actor);
        answering.answer(id, Sent.text(request.answer()), Sent.list(request.documents()), files, actor);
        return read(id, actor);
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
