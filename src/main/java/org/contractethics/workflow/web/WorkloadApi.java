package org.contractethics.workflow.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.contractethics.shared.Actor;
import org.contractethics.workflow.internal.Workload;
import org.contractethics.workflow.internal.Workload.Load;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much work each person has in reviews and after their decisions, for other programs. */
@RestController
@Tag(name = "Inbox", description = "Tasks the caller may see")
class WorkloadApi {

    private final Workload workload;

    WorkloadApi(Workload workload) {
        this.workload = workload;
    }

    @GetMapping("/api/inbox/workload")
    @Operation(
            summary = "Work of each person in reviews and after their decisions",
            description =
                    "Everybody's to the panel chair, the caller's own to whoever has such work. Concerns are not counted"
                            + " (H13); done counts the last 30 days.")
    List<Load> workload(@Parameter(hidden = true) Actor actor) {
        return workload.seenBy(actor);
    }
}
