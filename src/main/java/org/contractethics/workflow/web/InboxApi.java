package org.contractethics.workflow.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.shared.Actor;
import org.contractethics.workflow.internal.ContractLine;
import org.contractethics.workflow.internal.Inbox;
import org.contractethics.workflow.internal.Inbox.Line;
import org.contractethics.workflow.internal.Inbox.Lines;
import org.contractethics.workflow.internal.InboxItem;
import org.contractethics.workflow.internal.InboxQuery.View;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The inbox for other programs, under the same rules as the page. */
@RestController
@Tag(name = "Inbox", description = "Tasks the caller may see")
class InboxApi {

    private final Inbox inbox;
    private final Clock clock;

    InboxApi(Inbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * @param subject {@code REVIEW}, {@code CONCERN}, {@code CONDITION}, {@code SUSPENSION} or {@code RE_REVIEW}
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

    @Operation(
            summary = "Tasks of the caller and of the caller's groups",
            description = "view: all, mine, groups, unclaimed, overdue or done; 25 tasks a page")
    @GetMapping("/api/inbox")
    Tasks list(
            @RequestParam(defaultValue = "all") String view,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String tier,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String page,
            Actor actor) {
        InboxRequest request = InboxRequest.of(View.of(view), q, tier, sort, page);
        Lines lines = inbox.page(request.toQuery(actor, clock.instant()));
        return new Tasks(
                lines.total(),
                lines.more(),
                lines.number(),
                lines.pages(),
                lines.lines().stream().map(Task::of).toList());
    }
}
