package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.contractethics.review.internal.followup.DecidingSuspension;
import org.contractethics.review.internal.followup.DecidingSuspension.Draft;
import org.contractethics.review.internal.followup.OpeningSuspension;
import org.contractethics.review.internal.followup.SuspensionOutcome;
import org.contractethics.review.internal.followup.SuspensionReview;
import org.contractethics.review.internal.followup.SuspensionReview.Proposal;
import org.contractethics.review.internal.followup.SuspensionReview.Ruling;
import org.contractethics.review.internal.followup.Suspensions;
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

/** S13 for programs: whether services are suspended, or go on again. */
@RestController
@RequestMapping("/api")
@Tag(name = "Suspensions", description = "Suspending the services of a signed contract, and lifting it")
class SuspensionApi {

    private static final String MISSING = "There is no such suspension review.";

    private final OpeningSuspension opening;
    private final DecidingSuspension deciding;
    private final Suspensions suspensions;
    private final FollowUpAnswers answers;

    SuspensionApi(
            OpeningSuspension opening, DecidingSuspension deciding, Suspensions suspensions, FollowUpAnswers answers) {
        this.opening = opening;
        this.deciding = deciding;
        this.suspensions = suspensions;
        this.answers = answers;
    }

    /** @param purpose {@code SUSPEND}, or {@code LIFT} of a suspended contract */
    @Schema(name = "SuspensionReview")
    record SuspensionAnswer(
            UUID id,
            UUID contract,
            String purpose,
            @Nullable UUID condition,
            String reason,
            String openedBy,
            Instant openedAt,
            @Nullable Instant closedAt,
            List<ProposalAnswer> proposals) {

        static SuspensionAnswer of(SuspensionReview review) {
            return new SuspensionAnswer(
                    review.id(),
                    review.contract().value(),
                    review.purpose().name(),
                    review.condition(),
                    review.reason(),
                    review.openedBy(),
                    review.openedAt(),
                    review.closedAt(),
                    review.proposals().stream().map(ProposalAnswer::of).toList());
        }
    }

    /**
     * @param actsAs as what it was proposed: PANEL_CHAIR, or ACTING_CHAIR or BOARD_COMMITTEE where conflicts bar every panel chair
     * @param chairs what bars each panel chair; empty where one proposed it
     * @param confirmed null until the board committee ruled on it
     */
    @Schema(name = "SuspensionProposal")
    record ProposalAnswer(
            int number,
            String outcome,
            String reasons,
            String customerNotice,
            String safety,
            String proposedBy,
            Instant proposedAt,
            String actsAs,
            Map<String, String> chairs,
            @Nullable Boolean confirmed,
            @Nullable String rulingReasons,
            @Nullable String ruledBy) {

        static ProposalAnswer of(Proposal proposal) {
            Ruling ruling = proposal.ruling();
            return new ProposalAnswer(
                    proposal.number(),
                    proposal.outcome().name(),
                    proposal.reasons(),
                    proposal.customerNotice(),
                    proposal.safety(),
                    proposal.proposedBy(),
                    proposal.proposedAt(),
                    proposal.actsAs().capacity().name(),
                    new TreeMap<>(proposal.actsAs().chairs()),
                    ruling == null ? null : ruling.confirmed(),
                    ruling == null ? null : ruling.reasons(),
                    ruling == null ? null : ruling.by());
        }
    }

    @Schema(name = "SuspensionRequest")
    record OpenRequest(@Nullable String reason) {}

    /**
     * @param outcome SUSPEND, CONTINUE or EXIT; LIFT, KEEP or EXIT of a suspended contract
     * @param customerNotice what the customer is told; needed to suspend
     * @param safety what is done for the safety of affected people; needed to suspend
     */
    @Schema(name = "SuspensionProposalRequest")
    record ProposalRequest(
            @Nullable SuspensionOutcome outcome,
            @Nullable String reasons,
            @Nullable String customerNotice,
            @Nullable String safety) {

        Draft draft() {
            return new Draft(outcome, Sent.text(reasons), Sent.text(customerNotice), Sent.text(safety));
        }
    }

    @Schema(name = "SuspensionRulingRequest")
    record RulingRequest(@Nullable Boolean confirmed, @Nullable String rulingReasons) {}

    @GetMapping("/contracts/{contractId}/suspensions")
    @Operation(summary = "The suspension reviews of a contract", description = "The newest first.")
    List<SuspensionAnswer> of(@PathVariable ContractId contractId, Actor actor) {
        answers.demandReadable(contractId, actor, MISSING);
        return suspensions.of(contractId).stream().map(SuspensionAnswer::of).toList();
    }

    @PostMapping("/contracts/{contractId}/suspensions")
    @Operation(
            summary = "Open a suspension review (S13)",
            description = "Of a suspended contract it is about lifting the suspension. Opening it decides nothing.")
    @ApiResponse(responseCode = "201", description = "Opened")
    ResponseEntity<SuspensionAnswer> open(
            @PathVariable ContractId contractId, @RequestBody OpenRequest request, Actor actor) {
        UUID id = opening.open(contractId, Sent.text(request.reason()), actor);
        return answers.created("/api/suspensions/" + id, answer(id, actor));
    }

    @GetMapping("/suspensions/{suspensionId}")
    @Operation(summary = "One suspension review with its proposals and rulings")
    ResponseEntity<SuspensionAnswer> read(@PathVariable UUID suspensionId, Actor actor) {
        return answers.tagged(answer(suspensionId, actor));
    }

    @PostMapping("/suspensions/{suspensionId}/proposals")
    @Operation(
            summary = "Propose what becomes of the services",
            description =
                    "By the panel chair, who has claimed the task; while conflicts bar every panel chair by the acting chair, or where none is"
                            + " drawn by the board committee. Nothing happens before it is confirmed.")
    ResponseEntity<SuspensionAnswer> propose(
            @PathVariable UUID suspensionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ProposalRequest request,
            Actor actor) {
        demandSeen(ifMatch, suspensionId, actor);
        deciding.propose(suspensionId, request.draft(), actor);
        return answers.tagged(answer(suspensionId, actor));
    }

    @PostMapping("/suspensions/{suspensionId}/rulings")
    @Operation(
            summary = "Confirm the proposal, or send it back",
            description =
                    "By somebody else, of the board committee, who has claimed the task (H1). Confirmed, it is in force at"
                            + " once; a review of the contract that is open ends with a suspension or an exit.")
    ResponseEntity<SuspensionAnswer> rule(
            @PathVariable UUID suspensionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RulingRequest request,
            Actor actor) {
        demandSeen(ifMatch, suspensionId, actor);
        Integer seen =
                suspensions.get(suspensionId).waiting().map(Proposal::number).orElse(null);
        deciding.rule(suspensionId, seen, request.confirmed(), Sent.text(request.rulingReasons()), actor);
        return answers.tagged(answer(suspensionId, actor));
    }

    private void demandSeen(@Nullable String ifMatch, UUID id, Actor actor) {
        answer(id, actor);
        answers.demandSeen(ifMatch, suspensions.get(id).contract(), () -> answer(id, actor));
    }

    private SuspensionAnswer answer(UUID id, Actor viewer) {
        SuspensionReview review = suspensions.get(id);
        answers.demandReadable(review.contract(), viewer, MISSING);
        return SuspensionAnswer.of(review);
    }
}
