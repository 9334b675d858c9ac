package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.review.internal.followup.FollowedCondition;
import org.contractethics.review.internal.followup.FollowedCondition.Result;
import org.contractethics.review.internal.followup.ReportingCondition;
import org.contractethics.review.internal.followup.RulingOnCondition;
import org.contractethics.shared.Actor;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Conditions of a decision: reports of their owners and what was ruled on them (H10). */
@RestController
@RequestMapping("/api/conditions/{conditionId}")
@Tag(name = "Conditions", description = "Reports on conditions, and rulings on the reports")
class ConditionApi {

    private final ReadableConditions readable;
    private final ReportingCondition reporting;
    private final RulingOnCondition ruling;

    ConditionApi(ReadableConditions readable, ReportingCondition reporting, RulingOnCondition ruling) {
        this.readable = readable;
        this.reporting = reporting;
        this.ruling = ruling;
    }

    /** @param state {@code NOT_STARTED}, {@code OPEN}, {@code REPORTED}, {@code SENT_BACK}, {@code MET} or {@code WAIVED} */
    @Schema(name = "Condition")
    record ConditionAnswer(
            UUID id,
            UUID review,
            UUID contract,
            String text,
            String owner,
            LocalDate dueOn,
            boolean blocking,
            String evidence,
            String state,
            List<ReportAnswer> reports,
            List<RulingAnswer> rulings) {

        static ConditionAnswer of(FollowedCondition condition) {
            return new ConditionAnswer(
                    condition.id(),
                    condition.review().value(),
                    condition.contract().value(),
                    condition.text(),
                    condition.owner(),
                    condition.dueOn(),
                    condition.blocking(),
                    condition.evidence(),
                    condition.state().name(),
                    condition.reports().stream().map(ReportAnswer::of).toList(),
                    condition.rulings().stream().map(RulingAnswer::of).toList());
        }
    }

    @Schema(name = "ConditionReport")
    record ReportAnswer(int number, String evidence, @Nullable UUID document, String reportedBy, Instant reportedAt) {

        static ReportAnswer of(FollowedCondition.Report report) {
            DocumentVersionId document = report.document();
            return new ReportAnswer(
                    report.number(),
                    report.evidence(),
                    document == null ? null : document.value(),
                    report.reportedBy(),
                    report.reportedAt());
        }
    }

    @Schema(name = "ConditionRuling")
    record RulingAnswer(String result, String reasons, String by, String as, Instant at) {

        static RulingAnswer of(FollowedCondition.Ruling ruling) {
            return new RulingAnswer(
                    ruling.result().name(),
                    ruling.reasons(),
                    ruling.by(),
                    ruling.as().name(),
                    ruling.at());
        }
    }

    /** @param document version of a document of the contract that shows it */
    @Schema(name = "ConditionReportRequest")
    record ReportRequest(@Nullable String evidence, @Nullable UUID document) {}

    /** @param result MET or NOT_MET */
    @Schema(name = "ConditionRulingRequest")
    record RulingRequest(@Nullable Result result, @Nullable String rulingReasons) {}

    @Schema(name = "ConditionWaiverRequest")
    record WaiverRequest(@Nullable String waiverReasons) {}

    @GetMapping
    @Operation(summary = "One condition with its reports and rulings")
    ConditionAnswer read(@PathVariable UUID conditionId, Actor actor) {
        return ConditionAnswer.of(readable.get(conditionId, actor));
    }

    @PostMapping("/reports")
    @Operation(summary = "Report that the condition is met", description = "By its owner, who has claimed the task.")
    ConditionAnswer report(@PathVariable UUID conditionId, @RequestBody ReportRequest request, Actor actor) {
        readable.get(conditionId, actor);
        UUID document = request.document();
        reporting.report(
                conditionId,
                Sent.text(request.evidence()),
                document == null ? null : new DocumentVersionId(document),
                actor);
        return ConditionAnswer.of(readable.get(conditionId, actor));
    }

    @PostMapping("/rulings")
    @Operation(summary = "Rule on a report", description = "By a monitor who has claimed the task.")
    ConditionAnswer rule(@PathVariable UUID conditionId, @RequestBody RulingRequest request, Actor actor) {
        readable.get(conditionId, actor);
        ruling.rule(conditionId, request.result(), Sent.text(request.rulingReasons()), actor);
        return ConditionAnswer.of(readable.get(conditionId, actor));
    }

    @PostMapping("/waivers")
    @Operation(summary = "Waive the condition", description = "By the panel chair or the board committee, by name.")
    ConditionAnswer waive(@PathVariable UUID conditionId, @RequestBody WaiverRequest request, Actor actor) {
        readable.get(conditionId, actor);
        ruling.waive(conditionId, Sent.text(request.waiverReasons()), actor);
        return ConditionAnswer.of(readable.get(conditionId, actor));
    }
}
