package org.contractethics.workflow.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.shared.Actor;
import org.contractethics.workflow.internal.BulkClaiming;
import org.contractethics.workflow.internal.BulkClaiming.Answer;
import org.contractethics.workflow.internal.ClaimingTasks;
import org.contractethics.workflow.internal.ContractLine;
import org.contractethics.workflow.internal.Inbox;
import org.contractethics.workflow.internal.Inbox.Line;
import org.contractethics.workflow.internal.Inbox.Lines;
import org.contractethics.workflow.internal.InboxItem;
import org.contractethics.workflow.internal.InboxQuery.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The inbox for other programs, under the same rules as the page. */
@RestController
@Tag(name = "Inbox", description = "Tasks the caller may see")
class InboxApi {

    private final Inbox inbox;
    private final ClaimingTasks claiming;
    private final BulkClaiming bulk;
    private final Clock clock;

    InboxApi(Inbox inbox, ClaimingTasks claiming, BulkClaiming bulk, Clock clock) {
        this.inbox = inbox;
        this.claiming = claiming;
        this.bulk = bulk;
        this.clock = clock;
    }

    /**
     * @param subject {@code REVIEW}, {@code CONCERN}, {@code CONDITION}, {@code SUSPENSION}, {@code RE_REVIEW}, {@code EXIT}, {@code
     *     REMEDIATION} or {@code SAMPLE_REVIEW}
     * @param offer {@code CLAIM}, {@code OPEN} or {@code NONE}: what the caller may do with it
     * @param link where it is done in the pages
     */
    record Task(
            String id,
            String subject,
            UUID subjectId,
            String task,
            String label,
            @Nullable UUID contractId,
            @Nullable String reference,
            @Nullable String title,
            @Nullable String agency,
            @Nullable String tier,
            Instant createdAt,
            @Nullable Instant dueAt,
            boolean overdue,
            @Nullable String assignee,
            @Nullable Instant completedAt,
            @Nullable Integer openConcerns,
            String offer,
            String link) {

        static Task of(Line line) {
            InboxItem item = line.item();
            ContractLine contract = item.contract();
            return new Task(
                    item.taskId(),
                    item.kind().name(),
                    item.subject(),
                    item.taskKey(),
                    item.label(),
                    contract == null ? null : contract.id().value(),
                    contract == null ? null : contract.reference(),
                    contract == null ? null : contract.title(),
                    contract == null ? null : contract.agency(),
                    item.tier(),
                    item.createdAt(),
                    item.dueAt(),
                    line.overdue(),
                    item.assignee(),
                    item.completedAt(),
                    line.openConcerns(),
                    line.offer().name(),
                    item.link());
        }
    }

    /** One page; {@code total} counts the tasks of all pages up to 1,000, {@code more} says that there are more. */
    record Tasks(int total, boolean more, int page, int pages, List<Task> tasks) {}

    /** What became of one claim of many. */
    record ClaimAnswer(String id, String result, List<String> reasons) {

        static ClaimAnswer of(Answer answer) {
            return new ClaimAnswer(answer.task(), answer.result().name(), answer.reasons());
        }
    }

    /** Tasks to claim, at most 100. */
    record Claims(@Nullable List<String> tasks) {}

    @Operation(
            summary = "Tasks of the caller and of the caller's groups",
            description = "view: all, mine, groups, unclaimed, overdue or done; step: id of the task in the model, for"
                    + " example legal-stop; due: OVERDUE, DAY, WEEK or LATER; 25 tasks a page")
    @Parameter(in = ParameterIn.QUERY, name = "q", schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "tier", schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "role", schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "step", schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "agency", schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "due", schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "sort", schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "page", schema = @Schema(type = "integer"))
    @GetMapping("/api/inbox")
    Tasks list(
            @RequestParam(defaultValue = "all") String view,
            @Parameter(hidden = true) @RequestParam Map<String, String> parameters,
            @Parameter(hidden = true) Actor actor) {
        InboxRequest request = InboxRequest.of(View.of(view), parameters);
        Lines lines = inbox.page(request.toQuery(actor, clock.instant()));
        return new Tasks(
                lines.total(),
                lines.more(),
                lines.number(),
                lines.pages(),
                lines.lines().stream().map(Task::of).toList());
    }

    @Operation(summary = "Take a task on", description = "It is the caller's until finished or returned.")
    @ApiResponse(responseCode = "204", description = "Claimed")
    @ApiResponse(responseCode = "403", description = "The rules of the review object; each reason says which")
    @ApiResponse(responseCode = "404", description = "There is no such task")
    @ApiResponse(responseCode = "409", description = "Somebody was faster, or the task is done")
    @PostMapping("/api/inbox/tasks/{task}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claim(@PathVariable String task, @Parameter(hidden = true) Actor actor) {
        claiming.claim(task, actor);
    }

    @Operation(summary = "Give a task back", description = "It is there for others of the group again.")
    @PostMapping("/api/inbox/tasks/{task}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(@PathVariable String task, @Parameter(hidden = true) Actor actor) {
        claiming.giveBack(task, actor);
    }

    @Operation(
            summary = "Take a task back from its holder",
            description = "Where it is overdue or its holder may not do it any more; by those who watch over the case.")
    @PostMapping("/api/inbox/tasks/{task}/take-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable String task, @Parameter(hidden = true) Actor actor) {
        claiming.takeBack(task, actor);
    }

    @Operation(summary = "Take many tasks on", description = "Each by itself; one answer for each.")
    @PostMapping("/api/inbox/claims")
    List<ClaimAnswer> claim(@RequestBody Claims claims, @Parameter(hidden = true) Actor actor) {
        List<String> tasks = claims.tasks() == null ? List.of() : claims.tasks();
        return bulk.claim(tasks, actor).stream().map(ClaimAnswer::of).toList();
    }
}
