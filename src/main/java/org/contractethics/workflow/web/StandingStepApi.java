package org.contractethics.workflow.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.contractethics.shared.Actor;
import org.contractethics.workflow.internal.ContractLine;
import org.contractethics.workflow.internal.StandingStep;
import org.contractethics.workflow.internal.StandingSteps;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Steps that the engine could not do, for programs that watch over it. */
@RestController
@RequestMapping("/api/procedures/standing-steps")
@Tag(name = "Procedures", description = "By which version of its procedure a case runs, and moving it to the newest")
class StandingStepApi {

    private final StandingSteps steps;

    StandingStepApi(StandingSteps steps) {
        this.steps = steps;
    }

    /**
     * @param job names the step when it is to be tried again
     * @param subject what the procedure is about, for example a review
     * @param contract null where it is about none
     */
    @Schema(name = "StandingStep")
    record StepLine(
            String job,
            String procedure,
            String step,
            String label,
            String subject,
            @Nullable String contract,
            @Nullable String reference,
            Instant since,
            Instant nextTry) {

        static StepLine of(StandingStep step) {
            ContractLine contract = step.contract();
            return new StepLine(
                    step.job(),
                    step.procedure(),
                    step.element(),
                    step.label(),
                    step.subject().toString(),
                    contract == null ? null : contract.id().toString(),
                    contract == null ? null : contract.reference(),
                    step.since(),
                    step.nextTry());
        }
    }

    @GetMapping
    @Operation(
            summary = "Steps of cases that the engine tried several times and could not do",
            description =
                    "The oldest first, as far as the caller may know of their cases. Each is tried again every hour.")
    List<StepLine> list(@Parameter(hidden = true) Actor viewer) {
        return steps.seenBy(viewer).stream().map(StepLine::of).toList();
    }

    @PostMapping("/{job}/again")
    @Operation(summary = "Have a step tried again now", description = "It stands in the record.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tryAgain(@PathVariable String job, @Parameter(hidden = true) Actor actor) {
        steps.tryAgain(job, actor);
    }
}
