package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.contractethics.concern.internal.FilingConcerns;
import org.contractethics.concern.internal.question.AnsweringReviewers;
import org.contractethics.concern.internal.retaliation.WatchingRetaliation;
import org.contractethics.concern.internal.retaliation.WatchingRetaliation.Answer;
import org.contractethics.concern.web.ConcernAnswers.ConcernState;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the filer of a concern answers by programs: whether anything happened to them, and what reviewers ask. */
@RestController
@RequestMapping("/api/concerns/{id}")
@Tag(name = "Concerns")
class CheckInApi {

    private final WatchingRetaliation watching;
    private final AnsweringReviewers answering;
    private final FilingConcerns filing;
    private final ConcernReader reader;

    CheckInApi(
            WatchingRetaliation watching, AnsweringReviewers answering, FilingConcerns filing, ConcernReader reader) {
        this.watching = watching;
        this.answering = answering;
        this.filing = filing;
        this.reader = reader;
    }

    /**
     * @param kind what happened, as in the acts of the watch; the three others are needed only where something did
     * @param on the day on which it happened
     */
    @Schema(name = "CheckInRequest")
    record CheckInRequest(
            @Nullable Boolean happened, @Nullable String kind, @Nullable LocalDate on, @Nullable String account) {

        Answer answer(ConcernId ownCase) {
            return new Answer(ownCase, happened, FormFields.orEmpty(kind), on, FormFields.orEmpty(account));
        }
    }

    /** @param mayShow whether reviewers may know something of it; means nothing where they read it as it is */
    @Schema(name = "FilerAnswerRequest")
    record AnswerRequest(@Nullable String answer, @Nullable Boolean mayShow) {}

    @PostMapping("/check-ins")
    @Operation(
            summary = "Say whether anything happened to the filer because they filed",
            description =
                    "What happened becomes a concern of its own, kept from the same people (H14). Its periods of the"
                            + " law stand in the watch.")
    ResponseEntity<ConcernState> checkIn(
            @PathVariable ConcernId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CheckInRequest request,
            @Parameter(hidden = true) HttpServletRequest sent,
            @Parameter(hidden = true) Actor filer) {
        // no key that is sent has a blank in it, so that no concern is filed under the same
        String key = "check-in " + Objects.requireNonNullElse(sent.getHeader("Idempotency-Key"), "");
        return reader.changed(
                id, ifMatch, filer, Map.of("act-kind", "kind", "act-on", "on", "act-account", "account"), () -> {
                    var unused = watching.answer(id, request.answer(filing.idFor(key, filer)), filer);
                });
    }

    @PostMapping("/questions/{number}/answer")
    @Operation(
            summary = "Answer a question of reviewers",
            description = "By the filer, once. Whoever may read it is told when the day is over (UTC).")
    ResponseEntity<ConcernState> answer(
            @PathVariable ConcernId id,
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AnswerRequest request,
            @Parameter(hidden = true) Actor filer) {
        boolean mayShow = Boolean.TRUE.equals(request.mayShow());
        return reader.changed(
                id,
                ifMatch,
                filer,
                Map.of("question-answer-" + number, "answer"),
                () -> answering.answer(id, number, FormFields.orEmpty(request.answer()), mayShow, filer));
    }
}
