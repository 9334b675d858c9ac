package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contractethics.concern.internal.ReadingConcerns;
import org.contractethics.concern.internal.investigation.RecordFinding;
import org.contractethics.concern.internal.investigation.RecordFinding.TypedSource;
import org.contractethics.concern.internal.investigation.RecordingFindings;
import org.contractethics.concern.internal.measure.ActingByHand;
import org.contractethics.concern.internal.outcome.PublishingOutcomes;
import org.contractethics.concern.web.ConcernAnswers.ConcernState;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What those who handle a concern find, do about its contract and publish, by programs. */
@RestController
@RequestMapping("/api/concerns/{id}")
@Tag(name = "Handling of concerns")
class InvestigationApi {

    private final ReadingConcerns reading;
    private final RecordingFindings recording;
    private final ActingByHand acting;
    private final PublishingOutcomes outcomes;
    private final ReadingProceedings proceedings;
    private final ConcernReader reader;

    InvestigationApi(
            ReadingConcerns reading,
            RecordingFindings recording,
            ActingByHand acting,
            PublishingOutcomes outcomes,
            ReadingProceedings proceedings,
            ConcernReader reader) {
        this.reading = reading;
        this.recording = recording;
        this.acting = acting;
        this.outcomes = outcomes;
        this.proceedings = proceedings;
        this.reader = reader;
    }

    /**
     * @param allegation of which this is a new version; left out for one on which nothing was found yet
     * @param result ESTABLISHED and the like, as in the findings
     * @param sources one to eight
     */
    @Schema(name = "ConcernFindingRequest")
    record FindingRequest(
            @Nullable Integer allegation,
            @Nullable String claim,
            @Nullable String result,
            @Nullable String facts,
            @Nullable List<@Nullable SourceRequest> sources) {

        int about() {
            return allegation == null ? 0 : allegation;
        }

        RecordFinding toCommand(int seen) {
            List<TypedSource> typed = new ArrayList<>();
            if (sources != null) {
                sources.stream()
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .forEach(source -> typed.add(source.typed(typed.size() + 1)));
            }
            return new RecordFinding(
                    about(),
                    seen,
                    FormFields.orEmpty(claim),
                    FormFields.orEmpty(result),
                    FormFields.orEmpty(facts),
                    typed);
        }

        /** The form counts its rows of sources. */
        Map<String, String> fields() {
            Map<String, String> fields = new HashMap<>(
                    Map.of("finding-claim", "claim", "finding-result", "result", "finding-facts", "facts"));
            int rows = sources == null ? 1 : sources.size() + 1;
            for (int row = 1; row <= rows; row++) {
                fields.put("finding-source-" + row, "sources");
            }
            return fields;
        }
    }

    /** @param reliability CONFIRMED, CREDIBLE or DOUBTFUL */
    @Schema(name = "ConcernFindingSourceRequest")
    record SourceRequest(@Nullable String what, @Nullable LocalDate day, @Nullable String reliability) {

        TypedSource typed(int row) {
            return new TypedSource(
                    row, FormFields.orEmpty(what), day == null ? "" : day.toString(), FormFields.orEmpty(reliability));
        }
    }

    /** @param contract reference of the contract, where the concern is about an agency */
    @Schema(name = "ConcernMeasureRequest")
    record MeasureRequest(@Nullable String measure, @Nullable String contract, @Nullable String because) {}

    @Schema(name = "ConcernReleaseOfHoldRequest")
    record ReleaseRequest(@Nullable String because) {}

    /** @param summary in words that point to nobody */
    @Schema(name = "ConcernOutcomeRequest")
    record OutcomeRequest(@Nullable String result, @Nullable String summary) {}

    @PostMapping("/findings")
    @Operation(
            summary = "Record what was found on an allegation",
            description = "Another version of a finding leaves the earlier ones readable beside it.")
    ResponseEntity<ConcernState> find(
            @PathVariable ConcernId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody FindingRequest request,
            @Parameter(hidden = true) Actor officer) {
        return reader.changed(
                id,
                ifMatch,
                officer,
                request.fields(),
                () -> recording.add(id, request.toCommand(seen(id, request, officer)), officer));
    }

    /** What they saw is what stands now: the ETag tells. */
    private int seen(ConcernId id, FindingRequest request, Actor officer) {
        ReadingConcerns.View view = reading.view(id, officer);
        return view.handling() && request.about() != 0
                ? proceedings.versionOf(request.about(), view.concern(), officer)
                : 0;
    }

    @PostMapping("/measures")
    @Operation(
            summary = "Protect the contract because of the concern",
            description = "Each measure once; reviewers of the contract read the reason.")
    ResponseEntity<ConcernState> take(
            @PathVariable ConcernId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MeasureRequest request,
            @Parameter(hidden = true) Actor officer) {
        return reader.changed(
                id,
                ifMatch,
                officer,
                Map.of("measure-contract", "contract", "reason", "because"),
                () -> acting.take(
                        id,
                        FormFields.orEmpty(request.measure()),
                        FormFields.orEmpty(request.contract()),
                        FormFields.orEmpty(request.because()),
                        officer));
    }

    @PostMapping("/release")
    @Operation(
            summary = "Hold the signature no longer because of the concern",
            description = "On every contract on which it does. Reviewers read the reason.")
    ResponseEntity<ConcernState> release(
            @PathVariable ConcernId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReleaseRequest request,
            @Parameter(hidden = true) Actor officer) {
        return reader.changed(
                id, ifMatch, officer, () -> acting.release(id, FormFields.orEmpty(request.because()), officer));
    }

    @PostMapping("/outcome")
    @Operation(
            summary = "Publish what came of the concern",
            description =
                    "Once, after the answer. Every employee reads it when the quarter is over and at least five are"
                            + " to be shown.")
    ResponseEntity<ConcernState> publish(
            @PathVariable ConcernId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody OutcomeRequest request,
            @Parameter(hidden = true) Actor officer) {
        return reader.changed(
                id,
                ifMatch,
                officer,
                Map.of("outcome-result", "result", "outcome-summary", "summary"),
                () -> outcomes.publish(
                        id, FormFields.orEmpty(request.result()), FormFields.orEmpty(request.summary()), officer));
    }
}
