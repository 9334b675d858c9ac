package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.contractethics.review.internal.followup.FollowedCondition;
import org.contractethics.review.internal.followup.FollowedCondition.Result;
import org.contractethics.review.internal.followup.IncidentEvidence.SentFile;
import org.contractethics.review.internal.followup.ReportingCondition;
import org.contractethics.review.internal.followup.ReportingCondition.Said;
import org.contractethics.review.internal.followup.RulingOnCondition;
import org.contractethics.review.internal.followup.WaiverProposal;
import org.contractethics.review.internal.followup.Waivers;
import org.contractethics.review.internal.followup.WaivingCondition;
import org.contractethics.shared.Actor;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Conditions of a decision: reports of their owners and what was ruled on them (H10). */
@RestController
@RequestMapping("/api/conditions/{conditionId}")
@Tag(name = "Conditions", description = "Reports on conditions, and rulings on the reports")
class ConditionApi {

    private final ReadableConditions readable;
    private final ReportingCondition reporting;
    private final RulingOnCondition ruling;
    private final WaivingCondition waiving;
    private final Waivers waivers;
    private final ConditionFiles files;
    private final FollowUpAnswers answers;

    ConditionApi(
            ReadableConditions readable,
            ReportingCondition reporting,
            RulingOnCondition ruling,
            WaivingCondition waiving,
            Waivers waivers,
            ConditionFiles files,
            FollowUpAnswers answers) {
        this.answers = answers;
        this.files = files;
        this.readable = readable;
        this.reporting = reporting;
        this.ruling = ruling;
        this.waiving = waiving;
        this.waivers = waivers;
    }

    /** @param document version of a document of the contract that shows it */
    @Schema(name = "ConditionReportRequest")
    record ReportRequest(@Nullable String evidence, @Nullable UUID document) {

        Said said(List<SentFile> files) {
            UUID chosen = document;
            return new Said(Sent.text(evidence), chosen == null ? null : new DocumentVersionId(chosen), files);
        }
    }

    /** @param result MET or NOT_MET */
    @Schema(name = "ConditionRulingRequest")
    record RulingRequest(@Nullable Result result, @Nullable String rulingReasons) {}

    @Schema(name = "ConditionWaiverRequest")
    record WaiverRequest(@Nullable String waiverReasons) {}

    @Schema(name = "ConditionWaiverRulingRequest")
    record WaiverRulingRequest(@Nullable Boolean waiverConfirmed, @Nullable String waiverRulingReasons) {}

    @GetMapping
    @Operation(summary = "One condition with its reports and rulings")
    ResponseEntity<ConditionAnswer> read(@PathVariable UUID conditionId, Actor actor) {
        return answers.tagged(answer(conditionId, actor));
    }

    @PostMapping(path = "/reports", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Report that the condition is met", description = "By its owner, who has claimed the task.")
    ConditionAnswer report(@PathVariable UUID conditionId, @RequestBody ReportRequest request, Actor actor) {
        return reported(conditionId, request.said(List.of()), actor);
    }

    @PostMapping(path = "/reports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "The same with files that show it",
            description = "At most 10 files, 25 MB together, beside the same fields in one part `report` of JSON.")
    ConditionAnswer reportWithFiles(
            @PathVariable UUID conditionId,
            @RequestPart ReportRequest report,
            @RequestPart(required = false) @Nullable List<MultipartFile> evidence,
            Actor actor) {
        return reported(conditionId, report.said(SentFiles.evidence(evidence)), actor);
    }

    private ConditionAnswer reported(UUID conditionId, Said said, Actor actor) {
        readable.get(conditionId, actor);
        reporting.report(conditionId, said, actor);
        return answer(conditionId, actor);
    }

    @GetMapping("/reports/{report}/files/{number}")
    @Operation(summary = "The copy of a file of a report that was rebuilt to be read without danger")
    ResponseEntity<byte[]> copy(
            @PathVariable UUID conditionId, @PathVariable int report, @PathVariable int number, Actor viewer) {
        return files.copy(conditionId, report, number, viewer);
    }

    @GetMapping("/reports/{report}/files/{number}/original")
    @Operation(summary = "A file of a report as it came")
    ResponseEntity<byte[]> original(
            @PathVariable UUID conditionId, @PathVariable int report, @PathVariable int number, Actor viewer) {
        return files.original(conditionId, report, number, viewer);
    }

    @PostMapping("/rulings")
    @Operation(summary = "Rule on a report", description = "By a monitor who has claimed the task.")
    ResponseEntity<ConditionAnswer> rule(
            @PathVariable UUID conditionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RulingRequest request,
            Actor actor) {
        Integer seen = seen(ifMatch, conditionId, actor)
                .waiting()
                .map(FollowedCondition.Report::number)
                .orElse(null);
        ruling.rule(conditionId, seen, request.result(), Sent.text(request.rulingReasons()), actor);
        return answers.tagged(answer(conditionId, actor));
    }

    @PostMapping("/waivers")
    @Operation(
            summary = "Waive the condition, or propose to",
            description =
                    "By the panel chair or the board committee, by name. Where waivedByTwo is set, it is proposed: the"
                            + " condition stands until somebody else of the board committee confirms. Where approvalRestsOnIt is set,"
                            + " it is refused.")
    ResponseEntity<ConditionAnswer> waive(
            @PathVariable UUID conditionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody WaiverRequest request,
            Actor actor) {
        seen(ifMatch, conditionId, actor);
        waiving.waive(conditionId, Sent.text(request.waiverReasons()), actor);
        return answers.tagged(answer(conditionId, actor));
    }

    @PostMapping("/waiver-rulings")
    @Operation(
            summary = "Confirm the proposed waiver, or refuse it",
            description = "By somebody of the board committee who did not propose it (H1).")
    ResponseEntity<ConditionAnswer> ruleOnWaiver(
            @PathVariable UUID conditionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody WaiverRulingRequest request,
            Actor actor) {
        seen(ifMatch, conditionId, actor);
        waiving.rule(
                conditionId,
                waivers.waiting(conditionId).map(WaiverProposal::number).orElse(null),
                request.waiverConfirmed(),
                Sent.text(request.waiverRulingReasons()),
                actor);
        return answers.tagged(answer(conditionId, actor));
    }

    /** The condition as the caller saw it; else refused. */
    private FollowedCondition seen(@Nullable String ifMatch, UUID conditionId, Actor actor) {
        answers.demandSeen(ifMatch, readable.get(conditionId, actor).contract(), () -> answer(conditionId, actor));
        return readable.get(conditionId, actor);
    }

    private ConditionAnswer answer(UUID conditionId, Actor actor) {
        return ConditionAnswer.of(readable.get(conditionId, actor), waivers);
    }
}
