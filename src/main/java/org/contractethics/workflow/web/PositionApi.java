package org.contractethics.workflow.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.Reviews;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.workflow.internal.CasePosition;
import org.contractethics.workflow.internal.CasePosition.Mark;
import org.contractethics.workflow.internal.CasePosition.Position;
import org.contractethics.workflow.internal.CasePosition.State;
import org.contractethics.workflow.internal.CasePosition.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where a review stands in its procedure and which way it came, for other programs. */
@RestController
@Tag(name = "Reviews", description = "Where a review stands, what its stages found, and its decision")
class PositionApi {

    private final CasePosition positions;
    private final Reviews reviews;
    private final ContractRegister register;

    PositionApi(CasePosition positions, Reviews reviews, ContractRegister register) {
        this.positions = positions;
        this.reviews = reviews;
        this.register = register;
    }

    /**
     * @param state {@code DONE}, {@code CURRENT}, {@code AHEAD} or {@code CARRIED}: over from the review before
     * @param who a name, "Unclaimed" or "Whole panel"; null for steps ahead
     * @param when what happened or is due, in words
     * @param late by how much it is overdue, in words; null where it is not
     * @param used how much of its time, in words
     */
    @Schema(name = "StepOfReview")
    record StepLine(
            String code,
            String label,
            State state,
            @Nullable String who,
            @Nullable String when,
            @Nullable String late,
            @Nullable String used) {

        static StepLine of(Step step) {
            return new StepLine(
                    step.code(), step.label(), step.state(), step.who(), step.when(), step.late(), step.used());
        }
    }

    /** @param state {@code PASSED} for flows that were taken, otherwise as of a step */
    @Schema(name = "ElementOfReview")
    record ElementLine(String element, State state, @Nullable String badge, boolean overdue) {

        static ElementLine of(Map.Entry<String, Mark> marked) {
            Mark mark = marked.getValue();
            return new ElementLine(marked.getKey(), mark.state(), mark.badge(), mark.overdue());
        }
    }

    /**
     * @param procedure id of the version of the model that the review runs by; {@code GET /api/procedures} lists them
     * @param elements of the model that were passed or are open, by their ids
     * @param time how much of the time for the whole review is used, in words
     */
    @Schema(name = "PositionOfReview")
    record PositionAnswer(
            String procedure, int version, String time, List<StepLine> steps, List<ElementLine> elements) {

        static PositionAnswer of(Position position) {
            return new PositionAnswer(
                    position.definition(),
                    position.modelVersion(),
                    position.time(),
                    position.steps().stream().map(StepLine::of).toList(),
                    position.marks().entrySet().stream().map(ElementLine::of).toList());
        }
    }

    @GetMapping("/api/reviews/{reviewId}/position")
    @Operation(
            summary = "Where a review stands",
            description = "Its steps in words, and the elements of the model that it passed or waits at.")
    PositionAnswer position(@PathVariable ReviewId reviewId, @Parameter(hidden = true) Actor actor) {
        return reviews.find(reviewId)
                .filter(review -> register.find(review.contract())
                        .filter(contract -> register.mayReadFacts(contract, actor))
                        .isPresent())
                .flatMap(positions::of)
                .map(PositionAnswer::of)
                .orElseThrow(() -> Refused.notFound("There is no such review, or none that you may read."));
    }
}
