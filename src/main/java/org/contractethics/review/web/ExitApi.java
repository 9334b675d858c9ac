package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.review.internal.followup.ContractExit;
import org.contractethics.review.internal.followup.ContractExit.PlanTexts;
import org.contractethics.review.internal.followup.ContractExits;
import org.contractethics.review.internal.followup.EndingContract;
import org.contractethics.review.internal.followup.EndingContract.Account;
import org.contractethics.review.internal.followup.OpeningExit;
import org.contractethics.review.internal.followup.PlanningExit;
import org.contractethics.review.internal.followup.PlanningExit.Draft;
import org.contractethics.review.web.ExitDocument.RulingRequest;
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

/** S15 for programs: planning the exit of a contract, carrying it out, confirming its end. */
@RestController
@RequestMapping("/api")
@Tag(name = "Exits", description = "The exit of a contract that is to be ended")
class ExitApi {

    private static final String MISSING = "There is no such exit.";

    private final OpeningExit opening;
    private final PlanningExit planning;
    private final EndingContract ending;
    private final ContractExits exits;
    private final FollowUpAnswers answers;

    ExitApi(
            OpeningExit opening,
            PlanningExit planning,
            EndingContract ending,
            ContractExits exits,
            FollowUpAnswers answers) {
        this.opening = opening;
        this.planning = planning;
        this.ending = ending;
        this.exits = exits;
        this.answers = answers;
    }

    @Schema(name = "ExitRequest")
    record OpenRequest(@Nullable String reason) {}

    /** The fields are those of the form. */
    @Schema(name = "ExitPlanRequest")
    record PlanRequest(
            @Nullable String leverage,
            @Nullable String affected,
            @Nullable String adverseImpacts,
            @Nullable String prevention,
            @Nullable String heard,
            @Nullable String dataReturn,
            @Nullable String handOver,
            @Nullable String publicNote,
            @Nullable LocalDate servicesEndOn,
            @Nullable LocalDate dataGoneBy) {

        Draft draft() {
            return new Draft(
                    new PlanTexts(
                            Sent.text(leverage),
                            Sent.text(affected),
                            Sent.text(adverseImpacts),
                            Sent.text(prevention),
                            Sent.text(heard),
                            Sent.text(dataReturn),
                            Sent.text(handOver),
                            Sent.text(publicNote)),
                    servicesEndOn,
                    dataGoneBy);
        }
    }

    @Schema(name = "ExitReportRequest")
    record ReportRequest(@Nullable LocalDate servicesEndedOn, @Nullable String dataProof, @Nullable String people) {}

    @GetMapping("/contracts/{contractId}/exits")
    @Operation(summary = "The exit of a contract, if it has begun")
    List<ExitDocument> of(@PathVariable ContractId contractId, Actor actor) {
        answers.demandReadable(contractId, actor, MISSING);
        return exits.of(contractId).stream().map(ExitDocument::of).toList();
    }

    @PostMapping("/contracts/{contractId}/exits")
    @Operation(
            summary = "Begin the exit of a contract (S15)",
            description = "Only where it was decided to end it, and where the exit did not begin with that by itself.")
    @ApiResponse(responseCode = "201", description = "Begun")
    ResponseEntity<ExitDocument> open(
            @PathVariable ContractId contractId, @RequestBody OpenRequest request, Actor actor) {
        UUID id = opening.open(contractId, Sent.text(request.reason()), actor);
        return answers.created("/api/exits/" + id, answer(id, actor));
    }

    @GetMapping("/exits/{exitId}")
    @Operation(summary = "One exit with its plans and reports")
    ResponseEntity<ExitDocument> read(@PathVariable UUID exitId, Actor actor) {
        return answers.tagged(answer(exitId, actor));
    }

    @PostMapping("/exits/{exitId}/plans")
    @Operation(summary = "Plan the exit", description = "By who has claimed the task.")
    ResponseEntity<ExitDocument> plan(
            @PathVariable UUID exitId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PlanRequest request,
            Actor actor) {
        demandSeen(ifMatch, exitId, actor);
        planning.plan(exitId, request.draft(), actor);
        return answers.tagged(answer(exitId, actor));
    }

    @PostMapping("/exits/{exitId}/plan-rulings")
    @Operation(summary = "Approve the plan, or send it back", description = "By somebody else (H1).")
    ResponseEntity<ExitDocument> ruleOnPlan(
            @PathVariable UUID exitId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RulingRequest request,
            Actor actor) {
        demandSeen(ifMatch, exitId, actor);
        planning.rule(exitId, waiting(exitId), request.accepted(), Sent.text(request.rulingReasons()), actor);
        return answers.tagged(answer(exitId, actor));
    }

    @PostMapping("/exits/{exitId}/reports")
    @Operation(summary = "Report that the exit is carried out", description = "By who has claimed the task.")
    ResponseEntity<ExitDocument> report(
            @PathVariable UUID exitId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReportRequest request,
            Actor actor) {
        demandSeen(ifMatch, exitId, actor);
        ending.report(
                exitId,
                new Account(request.servicesEndedOn(), Sent.text(request.dataProof()), Sent.text(request.people())),
                actor);
        return answers.tagged(answer(exitId, actor));
    }

    @PostMapping("/exits/{exitId}/report-rulings")
    @Operation(
            summary = "Confirm that the contract has ended, or send the report back",
            description = "By somebody else, of the board committee (H1). Only this ends the contract.")
    ResponseEntity<ExitDocument> ruleOnReport(
            @PathVariable UUID exitId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RulingRequest request,
            Actor actor) {
        demandSeen(ifMatch, exitId, actor);
        ending.rule(exitId, waiting(exitId), request.accepted(), Sent.text(request.rulingReasons()), actor);
        return answers.tagged(answer(exitId, actor));
    }

    /** What its tag showed. */
    private @Nullable Integer waiting(UUID id) {
        return exits.get(id).waiting().orElse(null);
    }

    private void demandSeen(@Nullable String ifMatch, UUID id, Actor actor) {
        answer(id, actor);
        answers.demandSeen(ifMatch, exits.get(id).contract(), () -> answer(id, actor));
    }

    private ExitDocument answer(UUID id, Actor viewer) {
        ContractExit exit = exits.get(id);
        answers.demandReadable(exit.contract(), viewer, MISSING);
        return ExitDocument.of(exit);
    }
}
