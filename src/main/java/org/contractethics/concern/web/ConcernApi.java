package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.contractethics.concern.internal.FileConcern;
import org.contractethics.concern.internal.FilingConcerns;
import org.contractethics.concern.internal.ListingConcerns;
import org.contractethics.concern.internal.ReadingConcerns;
import org.contractethics.concern.internal.WithdrawingConcerns;
import org.contractethics.concern.internal.WritingMessages;
import org.contractethics.concern.internal.conflict.NamedPeople;
import org.contractethics.concern.internal.conflict.NamedPeople.Found;
import org.contractethics.concern.web.ConcernAnswers.ConcernAnswer;
import org.contractethics.concern.web.ConcernAnswers.ConcernState;
import org.contractethics.concern.web.ConcernListAnswers.ConcernLines;
import org.contractethics.concern.web.ConcernRequests.FilingRequest;
import org.contractethics.concern.web.ConcernRequests.MessageRequest;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Concerns of signed-in filers for programs, by the rules of the pages. Without an account nothing is filed here: a token says who sends
 * it, and a way without one would be open to programs that flood it.
 */
@RestController
@RequestMapping("/api/concerns")
@Tag(
        name = "Concerns",
        description =
                "File a concern under one's name, openly or confidentially, and follow it. Nothing of a write is kept"
                        + " under its Idempotency-Key, which would lead from a person to a concern. Anonymous concerns are filed on"
                        + " the page /speak only")
class ConcernApi {

    private final ListingConcerns listing;
    private final ReadingConcerns reading;
    private final FilingConcerns filing;
    private final WritingMessages writing;
    private final WithdrawingConcerns withdrawing;
    private final NamedPeople named;
    private final ConcernReader reader;

    ConcernApi(
            ListingConcerns listing,
            ReadingConcerns reading,
            FilingConcerns filing,
            WritingMessages writing,
            WithdrawingConcerns withdrawing,
            NamedPeople named,
            ConcernReader reader) {
        this.listing = listing;
        this.reading = reading;
        this.filing = filing;
        this.writing = writing;
        this.withdrawing = withdrawing;
        this.named = named;
        this.reader = reader;
    }

    @GetMapping
    @Operation(
            summary = "The concerns that the caller filed",
            description = "Those that wait for their answer first; 25 a page.")
    ConcernLines filed(@RequestParam(defaultValue = "1") int page, @Parameter(hidden = true) Actor viewer) {
        return ConcernLines.of(listing.filedBy(viewer, Set.of(), page));
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "One concern with its dialogue",
            description = "For its filer and for those who handle it; for everybody else there is none.")
    ResponseEntity<ConcernAnswer> one(@PathVariable ConcernId id, @Parameter(hidden = true) Actor viewer) {
        ConcernAnswer answer = reader.answer(id, viewer);
        return ResponseEntity.ok().eTag(reader.tag(answer)).body(answer);
    }

    @PostMapping
    @Operation(
            summary = "File a concern openly or confidentially",
            description =
                    "The same key of the same person names the same concern for good: sent again, it is filed once. Files go"
                            + " with a message to it.")
    @ApiResponse(responseCode = "201", description = "Filed")
    ResponseEntity<ConcernAnswer> file(
            @RequestBody FilingRequest request,
            @Parameter(hidden = true) HttpServletRequest sent,
            @Parameter(hidden = true) Actor filer) {
        ConcernId id = filing.idFor(Objects.requireNonNullElse(sent.getHeader("Idempotency-Key"), ""), filer);
        Found about = named.in(request.aboutInLines());
        FileConcern command = request.toCommand(id, about.usernames());
        List<FormProblem> problems = new ArrayList<>(filing.problems(command, filer));
        problems.addAll(about.problems());
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        filing.file(command, filer);
        ConcernAnswer answer = reader.answer(id, filer);
        if (!answer.tells(command)) {
            throw Refused.invalid(
                    "You filed another concern under this Idempotency-Key. Send this one with a new key.");
        }
        return ResponseEntity.created(URI.create("/api/concerns/" + id))
                .eTag(reader.tag(answer))
                .body(answer);
    }

    @PostMapping("/{id}/messages")
    @Operation(
            summary = "Write to those who handle the concern, or to its filer",
            description =
                    "A message of an officer begins the follow-up. Files of a filer go with it by the draft they were shown under.")
    ResponseEntity<ConcernState> write(
            @PathVariable ConcernId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MessageRequest request,
            @Parameter(hidden = true) Actor actor) {
        String text = FormFields.orEmpty(request.text());
        String draft = FormFields.orEmpty(request.draft());
        return reader.changed(id, ifMatch, actor, () -> writing.write(id, text, ConcernFileApi.secret(draft), actor));
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(
            summary = "Take one's concern back",
            description =
                    "Also once it was answered. Its status is WITHDRAWN from then on; nobody reads it any more, and it cannot"
                            + " be undone. Letters cannot be taken back.")
    ResponseEntity<ConcernState> withdraw(
            @PathVariable ConcernId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) Actor filer) {
        var unused = reading.filed(id, filer);
        return reader.changed(id, ifMatch, filer, () -> withdrawing.withdraw(id, filer));
    }
}
