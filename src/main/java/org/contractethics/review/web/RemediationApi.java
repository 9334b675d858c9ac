package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.review.internal.followup.CarryingOutRemedy;
import org.contractethics.review.internal.followup.OpeningRemediation;
import org.contractethics.review.internal.followup.PlanningRemedy;
import org.contractethics.review.internal.followup.Remediation.Plan;
import org.contractethics.review.web.ExitDocument.RulingRequest;
import org.contractethics.review.web.RemediationRequests.DoneRequest;
import org.contractethics.review.web.RemediationRequests.OpenRequest;
import org.contractethics.review.web.RemediationRequests.PlanRequest;
import org.contractethics.review.web.RemediationRequests.ReportRequest;
import org.contractethics.review.web.RemediationRequests.VerificationRequest;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
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

/** S14 for programs: an actual harm is made good. What began with a concern is kept from the same people as on the pages (H13). */
@RestController
@RequestMapping("/api")
@Tag(name = "Remediations", description = "Remedy of actual harm")
class RemediationApi {

    private final OpeningRemediation opening;
    private final PlanningRemedy planning;
    private final CarryingOutRemedy carryingOut;
    private final ReadableRemediations remediations;
    private final FollowUpAnswers answers;

    RemediationApi(
            OpeningRemediation opening,
            PlanningRemedy planning,
            CarryingOutRemedy carryingOut,
            ReadableRemediations remediations,
            FollowUpAnswers answers) {
        this.opening = opening;
        this.planning = planning;
        this.carryingOut = carryingOut;
        this.remediations = remediations;
        this.answers = answers;
    }

    /** @param causes what can have shown the harm of a new one: code to words; empty for who cannot open one */
    record RemediationsAnswer(List<RemediationDocument> remediations, Map<String, String> causes) {}

    @GetMapping("/contracts/{contractId}/remediations")
    @Operation(summary = "The remediations of a contract, and what can have shown the harm of a new one")
    RemediationsAnswer of(@PathVariable ContractId contractId, Actor actor) {
        answers.demandReadable(contractId, actor, "There is no such contract.");
        return new RemediationsAnswer(
                remediations.of(contractId, actor).stream()
                        .map(RemediationDocument::of)
                        .toList(),
                opening.refusal(contractId, actor).isEmpty() ? opening.causes(contractId, actor) : Map.of());
    }

    @PostMapping("/contracts/{contractId}/remediations")
    @Operation(summary = "Begin a remediation (S14)", description = "The cause is a code of causes.")
    @ApiResponse(responseCode = "201", description = "Begun")
    ResponseEntity<RemediationDocument> open(
            @PathVariable ContractId contractId, @RequestBody OpenRequest request, Actor actor) {
        UUID id = opening.open(contractId, request.draft(), actor);
        return answers.created("/api/remediations/" + id, answer(id, actor));
    }

    @GetMapping("/remediations/{remediationId}")
    @Operation(summary = "One remediation with its plans, measures and verifications")
    ResponseEntity<RemediationDocument> read(@PathVariable UUID remediationId, Actor actor) {
        return answers.tagged(answer(remediationId, actor));
    }

    @PostMapping("/remediations/{remediationId}/plans")
    @Operation(
            summary = "Plan the remedy",
            description = "By who has claimed the task. A remedy never costs anybody a right to go to court.")
    ResponseEntity<RemediationDocument> plan(
            @PathVariable UUID remediationId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PlanRequest request,
            Actor actor) {
        demandSeen(ifMatch, remediationId, actor);
        planning.plan(remediationId, request.draft(), actor);
        return answers.tagged(answer(remediationId, actor));
    }

    @PostMapping("/remediations/{remediationId}/plan-rulings")
    @Operation(summary = "Approve the plan, or send it back", description = "By somebody else (H1).")
    ResponseEntity<RemediationDocument> rule(
            @PathVariable UUID remediationId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RulingRequest request,
            Actor actor) {
        demandSeen(ifMatch, remediationId, actor);
        Integer seen = remediations
                .get(remediationId, actor)
                .proposed()
                .map(Plan::number)
                .orElse(null);
        planning.rule(remediationId, seen, request.accepted(), Sent.text(request.rulingReasons()), actor);
        return answers.tagged(answer(remediationId, actor));
    }

    @PostMapping("/remediations/{remediationId}/measures/{measureId}/reports")
    @Operation(summary = "Report on a measure", description = "By its owner, or by who carries out the remedy.")
    ResponseEntity<RemediationDocument> report(
            @PathVariable UUID remediationId,
            @PathVariable UUID measureId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReportRequest request,
            Actor actor) {
        demandSeen(ifMatch, remediationId, actor);
        carryingOut.report(remediationId, measureId, Sent.text(request.account()), actor);
        return answers.tagged(answer(remediationId, actor));
    }

    @PostMapping("/remediations/{remediationId}/completion")
    @Operation(summary = "Say that every measure is carried out", description = "By who has claimed the task.")
    ResponseEntity<RemediationDocument> complete(
            @PathVariable UUID remediationId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody DoneRequest request,
            Actor actor) {
        demandSeen(ifMatch, remediationId, actor);
        carryingOut.done(remediationId, Boolean.TRUE.equals(request.done()), actor);
        return answers.tagged(answer(remediationId, actor));
    }

    @PostMapping("/remediations/{remediationId}/verifications")
    @Operation(
            summary = "Verify the remedy",
            description = "By somebody who neither planned it nor owns a measure (H1).")
    ResponseEntity<RemediationDocument> verify(
            @PathVariable UUID remediationId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody VerificationRequest request,
            Actor actor) {
        demandSeen(ifMatch, remediationId, actor);
        carryingOut.verify(
                remediationId,
                request.verified(),
                Sent.text(request.peopleSay()),
                Sent.text(request.verificationReasons()),
                actor);
        return answers.tagged(answer(remediationId, actor));
    }

    private void demandSeen(@Nullable String ifMatch, UUID id, Actor actor) {
        answers.demandSeen(ifMatch, remediations.get(id, actor).contract(), () -> answer(id, actor));
    }

    private RemediationDocument answer(UUID id, Actor viewer) {
        return RemediationDocument.of(remediations.get(id, viewer));
    }
}
