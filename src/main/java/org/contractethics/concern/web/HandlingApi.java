package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.contractethics.concern.internal.AnswerConcern;
import org.contractethics.concern.internal.HandlingConcerns;
import org.contractethics.concern.internal.ListingConcerns;
import org.contractethics.concern.internal.ListingConcerns.Filter;
import org.contractethics.concern.internal.RecusingOfficers;
import org.contractethics.concern.internal.question.PassingQuestionsOn;
import org.contractethics.concern.internal.question.ReleasingAnswers;
import org.contractethics.concern.web.ConcernAnswers.ConcernState;
import org.contractethics.concern.web.ConcernListAnswers.ConcernLines;
import org.contractethics.concern.web.ConcernRequests.ReasonRequest;
import org.contractethics.concern.web.ConcernRequests.ReleaseRequest;
import org.contractethics.concern.web.ConcernRequests.ReplyRequest;
import org.contractethics.concern.web.ConcernRequests.WordingRequest;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What those who handle concerns do by programs, each for the concerns that are theirs to handle. */
@RestController
@RequestMapping("/api/concerns")
@Tag(
        name = "Handling of concerns",
        description = "Acknowledge, answer with reasons, and rule on questions of reviewers")
class HandlingApi {

    private final ListingConcerns listing;
    private final HandlingConcerns handling;
    private final PassingQuestionsOn passing;
    private final ReleasingAnswers releasing;
    private final RecusingOfficers recusing;
    private final ConcernReader reader;

    HandlingApi(
            ListingConcerns listing,
            HandlingConcerns handling,
            PassingQuestionsOn passing,
            ReleasingAnswers releasing,
            RecusingOfficers recusing,
            ConcernReader reader) {
        this.listing = listing;
        this.handling = handling;
        this.passing = passing;
        this.releasing = releasing;
        this.recusing = recusing;
        this.reader = reader;
    }

    @GetMapping("/handled")
    @Operation(
            summary = "The concerns that are the caller's to handle",
            description =
                    "Those that wait longest for what is due first; none that is kept from the caller. 25 a page.")
    ConcernLines handled(@RequestParam(defaultValue = "1") int page, @Parameter(hidden = true) Actor viewer) {
        return ConcernLines.of(listing.handledBy(viewer, Filter.ALL, page));
    }

    @PostMapping("/{id}/acknowledgement")
    @Operation(summary = "Tell the filer that the concern arrived and is taken care of")
    ResponseEntity<ConcernState> acknowledge(
            @PathVariable ConcernId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) Actor officer) {
        return reader.changed(id, ifMatch, officer, () -> handling.acknowledge(id, officer));
    }

    @PostMapping("/{id}/answer")
    @Operation(
            summary = "Answer with reasons and close the concern",
            description = "Every part is needed, and what the concern came from. It cannot be changed.")
    ResponseEntity<ConcernState> answer(
            @PathVariable ConcernId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReplyRequest request,
            @Parameter(hidden = true) Actor officer) {
        AnswerConcern command = request.toCommand();
        return reader.changed(id, ifMatch, officer, () -> {
            List<FormProblem> problems = command.problems();
            if (!problems.isEmpty()) {
                throw Refused.invalid(problems);
            }
            handling.answer(id, command, officer);
        });
    }

    @PostMapping("/{id}/recusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Step back from the concern",
            description =
                    "For good: the caller finds it nowhere any more, and others go on with it. Only they read the reason.")
    void recuse(
            @PathVariable ConcernId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReasonRequest request,
            @Parameter(hidden = true) Actor officer) {
        String reason = FormFields.orEmpty(request.reason());
        reader.done(id, ifMatch, officer, Map.of(), () -> recusing.recuse(id, reason, officer));
    }

    @PostMapping("/{id}/questions/{number}/pass-on")
    @Operation(summary = "Pass a question of a reviewer on to the filer")
    ResponseEntity<ConcernState> passOn(
            @PathVariable ConcernId id,
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody WordingRequest request,
            @Parameter(hidden = true) Actor officer) {
        String wording = FormFields.orEmpty(request.wording());
        return reader.changed(id, ifMatch, officer, () -> passing.passOn(id, number, wording, officer));
    }

    @PostMapping("/{id}/questions/{number}/turn-back")
    @Operation(
            summary = "Do not pass a question on, with the reason",
            description = "Reviewers of the contract read the reason.")
    ResponseEntity<ConcernState> turnBack(
            @PathVariable ConcernId id,
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReasonRequest request,
            @Parameter(hidden = true) Actor officer) {
        String reason = FormFields.orEmpty(request.reason());
        return reader.changed(id, ifMatch, officer, () -> passing.turnBack(id, number, reason, officer));
    }

    @PostMapping("/{id}/questions/{number}/release")
    @Operation(
            summary = "Release what reviewers may know of an answer",
            description = "Only where the filer agrees, and nothing that could tell who they are.")
    ResponseEntity<ConcernState> release(
            @PathVariable ConcernId id,
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReleaseRequest request,
            @Parameter(hidden = true) Actor officer) {
        String released = FormFields.orEmpty(request.released());
        return reader.changed(id, ifMatch, officer, () -> releasing.release(id, number, released, officer));
    }
}
