package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.contractethics.access.EntityTags;
import org.contractethics.concern.internal.letter.ChangingThresholds;
import org.contractethics.concern.internal.letter.ChangingThresholds.HeadcountForm;
import org.contractethics.concern.internal.letter.ChangingThresholds.ThresholdForm;
import org.contractethics.concern.internal.letter.Consequence;
import org.contractethics.concern.internal.letter.ReadingThresholds;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** From how many signatories on something follows, for programs, with who changed that and why. */
@RestController
@RequestMapping("/api/letters")
@Tag(name = "Thresholds of letters", description = "Read by every employee, changed by the board committee")
class ThresholdApi {

    private final ReadingThresholds reading;
    private final ChangingThresholds changing;
    private final EntityTags tags;

    ThresholdApi(ReadingThresholds reading, ChangingThresholds changing, EntityTags tags) {
        this.reading = reading;
        this.changing = changing;
        this.tags = tags;
    }

    /** @param headcount null while nobody said it */
    @Schema(name = "LetterThresholds")
    record ThresholdsAnswer(
            List<ThresholdLine> thresholds,
            @Nullable Integer headcount,
            List<ThresholdChange> changes,
            List<ThresholdChange> headcounts) {}

    /** @param people how many that is today; null where it cannot be told */
    @Schema(name = "LetterThreshold")
    record ThresholdLine(Consequence consequence, String label, String threshold, @Nullable Integer people) {}

    @Schema(name = "LetterThresholdChange")
    record ThresholdChange(String label, String value, LocalDate on, String by, String reason) {

        static ThresholdChange of(ReadingThresholds.Change change) {
            return new ThresholdChange(change.label(), change.value(), change.on(), change.by(), change.reason());
        }
    }

    /**
     * @param consequence code of what follows
     * @param signatures number of signatories, {@code perMille} share in 1,000 people; one of them, or both
     */
    @Schema(name = "LetterThresholdRequest")
    record ThresholdRequest(
            @Nullable String consequence,
            @Nullable Integer signatures,
            @Nullable BigDecimal perMille,
            @Nullable String reason) {

        ThresholdForm form() {
            return new ThresholdForm(
                    FormFields.orEmpty(consequence),
                    signatures == null ? "" : signatures.toString(),
                    perMille == null ? "" : perMille.toPlainString(),
                    FormFields.orEmpty(reason));
        }
    }

    @Schema(name = "HeadcountRequest")
    record HeadcountRequest(@Nullable Integer people, @Nullable String because) {

        HeadcountForm form() {
            return new HeadcountForm(people == null ? "" : people.toString(), FormFields.orEmpty(because));
        }
    }

    @GetMapping("/thresholds")
    @Operation(summary = "The thresholds and the headcount in force, and every change of them with its reason")
    ResponseEntity<ThresholdsAnswer> read() {
        ThresholdsAnswer answer = answer();
        return ResponseEntity.ok().eTag(tags.of(answer)).body(answer);
    }

    @PostMapping("/thresholds")
    @Operation(
            summary = "Set a threshold anew",
            description = "By the board committee, with a reason. What a letter has reached stays reached.")
    ResponseEntity<ThresholdsAnswer> change(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ThresholdRequest request,
            Actor actor) {
        tags.demand(ifMatch, answer());
        changing.change(request.form(), actor);
        return read();
    }

    @PostMapping("/headcount")
    @Operation(
            summary = "Say how many people the company has",
            description =
                    "By the board committee, with a reason. Shares are taken of it. If-Match names the thresholds.")
    ResponseEntity<ThresholdsAnswer> count(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody HeadcountRequest request,
            Actor actor) {
        tags.demand(ifMatch, answer());
        changing.change(request.form(), actor);
        return read();
    }

    private ThresholdsAnswer answer() {
        return new ThresholdsAnswer(
                reading.inForce().stream()
                        .map(line ->
                                new ThresholdLine(line.consequence(), line.label(), line.threshold(), line.people()))
                        .toList(),
                reading.headcount(),
                reading.history().stream().map(ThresholdChange::of).toList(),
                reading.headcounts().stream().map(ThresholdChange::of).toList());
    }
}
