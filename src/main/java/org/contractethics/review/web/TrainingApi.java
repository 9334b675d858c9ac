package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.review.internal.panel.RecordingTrainings;
import org.contractethics.review.internal.panel.RecordingTrainings.NewTraining;
import org.contractethics.review.internal.panel.Training;
import org.contractethics.review.internal.panel.Trainings;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Trainings of reviewers for programs. */
@RestController
@RequestMapping("/api/panel/trainings")
@Tag(name = "Panels")
class TrainingApi {

    private final RecordingTrainings recording;
    private final Trainings trainings;

    TrainingApi(RecordingTrainings recording, Trainings trainings) {
        this.recording = recording;
        this.trainings = trainings;
    }

    /** @param completedOn null where this takes back what was said of the same training before */
    @Schema(name = "Training")
    record TrainingAnswer(
            UUID id,
            String person,
            String title,
            @Nullable LocalDate completedOn,
            String recordedBy,
            Instant recordedAt) {

        static TrainingAnswer of(Training training) {
            return new TrainingAnswer(
                    training.id(),
                    training.person(),
                    training.title(),
                    training.completedOn(),
                    training.recordedBy(),
                    training.recordedAt());
        }
    }

    /**
     * @param person account name of somebody else with a role in reviews
     * @param title which training, in one line
     * @param completed left out to take back what was recorded of the same training before
     */
    @Schema(name = "TrainingRequest")
    record TrainingRequest(@Nullable String person, @Nullable String title, @Nullable LocalDate completed) {

        NewTraining training() {
            return new NewTraining(Sent.text(person), Sent.text(title), completed);
        }
    }

    @GetMapping
    @Operation(summary = "The trainings of reviewers", description = "As last said of each, the latest day first.")
    List<TrainingAnswer> list() {
        return trainings.standing().stream().map(TrainingAnswer::of).toList();
    }

    @GetMapping("/{trainingId}")
    @Operation(summary = "What was once said of a training")
    TrainingAnswer read(@PathVariable UUID trainingId) {
        return trainings
                .find(trainingId)
                .map(TrainingAnswer::of)
                .orElseThrow(() -> Refused.notFound("There is no such training."));
    }

    @PostMapping
    @Operation(
            summary = "Record a training of a reviewer",
            description = "By the panel chair or a human-rights reviewer, never an own one.")
    @ApiResponse(responseCode = "201", description = "Recorded")
    ResponseEntity<TrainingAnswer> add(@RequestBody TrainingRequest request, Actor actor) {
        UUID id = recording.record(request.training(), actor);
        return ResponseEntity.created(URI.create("/api/panel/trainings/" + id)).body(read(id));
    }
}
