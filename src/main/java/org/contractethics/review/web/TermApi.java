package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.access.EntityTags;
import org.contractethics.review.internal.panel.KeepingTerms;
import org.contractethics.review.internal.panel.KeepingTerms.NewTerm;
import org.contractethics.review.internal.panel.PanelTerm;
import org.contractethics.review.internal.panel.PanelTerm.Basis;
import org.contractethics.review.internal.panel.PanelTerms;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
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

/** Terms of panelists for programs, kept by the chair as on the page. */
@RestController
@RequestMapping("/api/panel/terms")
@Tag(name = "Panels")
class TermApi {

    private final KeepingTerms keeping;
    private final PanelTerms terms;
    private final EntityTags tags;

    TermApi(KeepingTerms keeping, PanelTerms terms, EntityTags tags) {
        this.keeping = keeping;
        this.terms = terms;
        this.tags = tags;
    }

    /**
     * @param chosenBy who elected, drew or appointed them
     * @param runs whether the person can be drawn today
     * @param endedOn the first day on which it runs no more, where it was ended early
     */
    @Schema(name = "PanelTerm")
    record TermAnswer(
            UUID id,
            String person,
            Role role,
            LocalDate from,
            LocalDate until,
            Basis basis,
            String chosenBy,
            String keptBy,
            Instant keptAt,
            boolean runs,
            @Nullable LocalDate endedOn,
            @Nullable String endReason) {

        static TermAnswer of(PanelTerm term, LocalDate today) {
            return new TermAnswer(
                    term.id(),
                    term.person(),
                    term.role(),
                    term.from(),
                    term.until(),
                    term.basis(),
                    term.chosenBy(),
                    term.keptBy(),
                    term.keptAt(),
                    term.runsOn(today),
                    term.endedOn(),
                    term.endReason());
        }
    }

    /**
     * @param person account name, of somebody else
     * @param role EMPLOYEE_PANELIST, LEGAL_REVIEWER, HR_REVIEWER or EXTERNAL_EXPERT, which the person holds
     */
    @Schema(name = "PanelTermRequest")
    record TermRequest(
            @Nullable String person,
            @Nullable Role role,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Basis basis,
            @Nullable String chosenBy) {

        NewTerm term() {
            return new NewTerm(Sent.text(person), role, from, until, basis, Sent.text(chosenBy));
        }
    }

    @Schema(name = "PanelTermEndRequest")
    record EndRequest(@Nullable String reason) {}

    @GetMapping
    @Operation(summary = "The terms of panelists", description = "The latest first.")
    List<TermAnswer> list() {
        return terms.all().stream()
                .map(term -> TermAnswer.of(term, keeping.today()))
                .toList();
    }

    @GetMapping("/{termId}")
    @Operation(summary = "One term")
    ResponseEntity<TermAnswer> read(@PathVariable UUID termId) {
        TermAnswer answer = answer(termId);
        return ResponseEntity.ok().eTag(tags.of(answer)).body(answer);
    }

    @PostMapping
    @Operation(
            summary = "Enter a term",
            description =
                    "By the panel chair, never an own one. Once a term was kept for a role, nobody is drawn in it without one. Each review"
                            + " goes by the terms that were kept when it was opened.")
    @ApiResponse(responseCode = "201", description = "Entered")
    ResponseEntity<TermAnswer> add(@RequestBody TermRequest request, Actor actor) {
        UUID id = keeping.add(request.term(), actor);
        TermAnswer answer = answer(id);
        return ResponseEntity.created(URI.create("/api/panel/terms/" + id))
                .eTag(tags.of(answer))
                .body(answer);
    }

    @PostMapping("/{termId}/end")
    @Operation(
            summary = "End a term early, with the reason",
            description =
                    "By the panel chair, never an own one. Reviews that are open, and panels the person sits on, keep them. The person"
                            + " and the board committee are told.")
    ResponseEntity<TermAnswer> end(
            @PathVariable UUID termId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody EndRequest request,
            Actor actor) {
        // ending it is the only change there is, and the use case refuses the second of two
        tags.demand(ifMatch, answer(termId));
        keeping.end(termId, Sent.text(request.reason()), actor);
        return read(termId);
    }

    private TermAnswer answer(UUID id) {
        return terms.all().stream()
                .filter(term -> term.id().equals(id))
                .findFirst()
                .map(term -> TermAnswer.of(term, keeping.today()))
                .orElseThrow(() -> Refused.notFound("There is no such term."));
    }
}
