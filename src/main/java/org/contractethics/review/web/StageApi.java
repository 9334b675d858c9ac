package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.contractethics.review.internal.AgreeingMitigation;
import org.contractethics.review.internal.CheckingDocuments;
import org.contractethics.review.internal.ConfirmingTriage;
import org.contractethics.review.internal.DecidingLegalStop;
import org.contractethics.review.internal.Impact;
import org.contractethics.review.internal.RecordingResearch;
import org.contractethics.review.internal.SendingAssessment;
import org.contractethics.review.web.StageRequests.AssessmentRequest;
import org.contractethics.review.web.StageRequests.DocumentCheckRequest;
import org.contractethics.review.web.StageRequests.ImpactRequest;
import org.contractethics.review.web.StageRequests.LegalStopRequest;
import org.contractethics.review.web.StageRequests.MitigationRequest;
import org.contractethics.review.web.StageRequests.ResearchRequest;
import org.contractethics.review.web.StageRequests.TriageRequest;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Works off the stages before the vote, by the use cases of the pages. Claim the task first (Inbox). */
@RestController
@RequestMapping("/api/reviews/{reviewId}/stages")
@Tag(name = "Stages", description = "Completes a stage of a review that the caller holds, or may do for its holder")
class StageApi {

    private final ReviewAnswers answers;
    private final CheckingDocuments documents;
    private final DecidingLegalStop legalStop;
    private final ConfirmingTriage triage;
    private final RecordingResearch research;
    private final SendingAssessment assessment;
    private final AgreeingMitigation mitigation;
    private final ImpactForm impacts;

    StageApi(
            ReviewAnswers answers,
            CheckingDocuments documents,
            DecidingLegalStop legalStop,
            ConfirmingTriage triage,
            RecordingResearch research,
            SendingAssessment assessment,
            AgreeingMitigation mitigation,
            ImpactForm impacts) {
        this.answers = answers;
        this.documents = documents;
        this.legalStop = legalStop;
        this.triage = triage;
        this.research = research;
        this.assessment = assessment;
        this.mitigation = mitigation;
        this.impacts = impacts;
    }

    @PostMapping("/document-check")
    @Operation(summary = "Confirm the documents (S2)")
    ResponseEntity<ReviewDocument> check(
            @PathVariable ReviewId reviewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody DocumentCheckRequest request,
            Actor actor) {
        answers.demandSeen(ifMatch, reviewId, actor);
        documents.check(reviewId, request.check(), actor);
        return answers.answer(reviewId, actor);
    }

    @PostMapping("/legal-stop")
    @Operation(
            summary = "Record the legal result (S3)",
            description = "A stop ends the review; clearance is no approval.")
    ResponseEntity<ReviewDocument> decide(
            @PathVariable ReviewId reviewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody LegalStopRequest request,
            Actor actor) {
        answers.demandSeen(ifMatch, reviewId, actor);
        legalStop.decide(reviewId, request.result(), Sent.text(request.reasons()), actor);
        return answers.answer(reviewId, actor);
    }

    @PostMapping("/triage")
    @Operation(
            summary = "Confirm the triage (S4)",
            description = "The table gives the tier; it may be raised, never lowered.")
    ResponseEntity<ReviewDocument> confirm(
            @PathVariable ReviewId reviewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TriageRequest request,
            Actor actor) {
        answers.demandSeen(ifMatch, reviewId, actor);
        triage.confirm(
                reviewId, request.answers(), request.said(), request.tier(), Sent.text(request.raiseReason()), actor);
        return answers.answer(reviewId, actor);
    }

    @PostMapping("/research")
    @Operation(summary = "Record the research (S5)")
    ResponseEntity<ReviewDocument> record(
            @PathVariable ReviewId reviewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ResearchRequest request,
            Actor actor) {
        answers.demandSeen(ifMatch, reviewId, actor);
        research.record(reviewId, request.findings(), actor);
        return answers.answer(reviewId, actor);
    }

    @PostMapping("/assessment")
    @Operation(
            summary = "Record the assessment (S6)",
            description =
                    "All rights at once, marked as touched or not, with the impact on each that is touched. A right"
                            + " that the capabilities of the contract bring to mind is not marked as not touched without a"
                            + " reason. The severity comes from the table. A draft begun in the pages is replaced.")
    ResponseEntity<ReviewDocument> assess(
            @PathVariable ReviewId reviewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AssessmentRequest request,
            Actor actor) {
        answers.demandSeen(ifMatch, reviewId, actor);
        ContractId contract =
                ContractId.valueOf(answers.readable(reviewId, actor).contract());
        assessment.send(
                reviewId,
                new SendingAssessment.Sent(
                        Sent.marks(
                                request.rights(),
                                request.untouchedBecause(),
                                request.consultation(),
                                request.proxyReason()),
                        Sent.rows(request.impacts()).stream()
                                .map(impact -> impact(contract, impact))
                                .toList()),
                actor);
        return answers.answer(reviewId, actor);
    }

    @PostMapping("/mitigation")
    @Operation(
            summary = "Record the mitigation and open the vote (S7)",
            description = "One residual for each right that the assessment names.")
    ResponseEntity<ReviewDocument> agree(
            @PathVariable ReviewId reviewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MitigationRequest request,
            Actor actor) {
        answers.demandSeen(ifMatch, reviewId, actor);
        mitigation.agree(reviewId, request.mitigation(), actor);
        return answers.answer(reviewId, actor);
    }

    private Impact impact(ContractId contract, ImpactRequest request) {
        return impacts.impact(contract, Sent.text(request.right()), request.values());
    }
}
