package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.contractethics.concern.internal.outcome.OutcomeRegister;
import org.contractethics.concern.internal.outcome.PublishingOutcomes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The register of outcomes for programs of employees. */
@RestController
@Tag(name = "Outcomes of concerns", description = "What came of concerns, in quarters together and five at least")
class OutcomeApi {

    private final PublishingOutcomes outcomes;

    OutcomeApi(PublishingOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    /** @param from, to first days of the quarters that are shown together */
    @Schema(name = "PublishedOutcomes")
    record BatchAnswer(LocalDate from, LocalDate to, List<OutcomeLine> outcomes) {

        static BatchAnswer of(OutcomeRegister.Batch batch) {
            return new BatchAnswer(
                    batch.from(),
                    batch.to(),
                    batch.lines().stream()
                            .map(line -> new OutcomeLine(line.topic(), line.result(), line.summary()))
                            .toList());
        }
    }

    @Schema(name = "PublishedOutcome")
    record OutcomeLine(String topic, String result, String summary) {}

    @GetMapping("/api/concern-outcomes")
    @Operation(summary = "The published outcomes of concerns", description = "The newest first.")
    List<BatchAnswer> register() {
        return outcomes.register().stream().map(BatchAnswer::of).toList();
    }
}
