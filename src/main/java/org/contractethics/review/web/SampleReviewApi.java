package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.followup.ReviewingSample;
import org.contractethics.review.internal.followup.ReviewingSample.Draft;
import org.contractethics.review.internal.followup.RulingOnSample;
import org.contractethics.review.internal.followup.SampleReview;
import org.contractethics.review.internal.followup.SampleReview.Choice;
import org.contractethics.review.internal.followup.SampleReviews;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The audit sample for programs: lots, second results and rulings. */
@RestController
@RequestMapping("/api")
@Tag(name = "Audit sample", description = "Decisions of T1, drawn by lot and reviewed a second time by somebody else")
class SampleReviewApi {

    private static final String MISSING = "There is no such second review.";

    private final ReviewingSample reviewing;
    private final RulingOnSample ruling;
    private final SampleReviews samples;
    private final SampleReviewWords words;
    private final FollowUpAnswers answers;

    SampleReviewApi(
            ReviewingSample reviewing,
            RulingOnSample ruling,
            SampleReviews samples,
            SampleReviewWords words,
            FollowUpAnswers answers) {
        this.reviewing = reviewing;
        this.ruling = ruling;
        this.samples = samples;
        this.words = words;
        this.answers = answers;
    }

    /**
     * @param rights codes of the catalogue, for example R12
     * @param knewFirst whether the caller knew tier or outcome of the first review
     * @param noConflict true signs the declaration of interests of the review; not needed where the caller has signed it (H2)
     */
    @Schema(name = "SampleResultRequest")
    record ResultRequest(
            @Nullable Tier tier,
            @Nullable Outcome outcome,
            @Nullable List<@Nullable String> rights,
            @Nullable String reasons,
            @Nullable Boolean knewFirst,
            @Nullable Boolean noConflict) {

        Draft draft() {
            return new Draft(
                    tier, outcome, Sent.list(rights), Sent.text(reasons), knewFirst, Boolean.TRUE.equals(noConflict));
        }
    }

    /** @param choice REOPEN or UPHOLD */
    @Schema(name = "SampleRulingRequest")
    record RulingRequest(@Nullable Choice choice, @Nullable String rulingReasons) {}

    @GetMapping("/contracts/{contractId}/sample-reviews")
    @Operation(summary = "The lots drawn over the decisions of a contract, and what followed")
    List<SampleReviewDocument> of(@PathVariable ContractId contractId, Actor actor) {
        answers.demandReadable(contractId, actor, MISSING);
        return samples.of(contractId).stream()
                .map(sample -> SampleReviewDocument.of(sample, words))
                .toList();
    }

    @GetMapping("/sample-reviews/{sampleReviewId}")
    @Operation(
            summary = "One decision of the audit sample",
            description = "The first result is told when the second is given, to nobody before.")
    ResponseEntity<SampleReviewDocument> read(@PathVariable UUID sampleReviewId, Actor actor) {
        return answers.tagged(answer(sampleReviewId, actor));
    }

    @PostMapping("/sample-reviews/{sampleReviewId}/results")
    @Operation(
            summary = "Give the second result",
            description =
                    "By who has claimed the task and had no part in a review of the contract (H1). It never changes.")
    ResponseEntity<SampleReviewDocument> finish(
            @PathVariable UUID sampleReviewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ResultRequest request,
            Actor actor) {
        demandSeen(ifMatch, sampleReviewId, actor);
        reviewing.finish(sampleReviewId, request.draft(), actor);
        return answers.tagged(answer(sampleReviewId, actor));
    }

    @PostMapping("/sample-reviews/{sampleReviewId}/rulings")
    @Operation(
            summary = "Open the review again, or uphold the first decision",
            description =
                    "Where the second result is stricter; by who has claimed the task and gave neither result (H1).")
    ResponseEntity<SampleReviewDocument> rule(
            @PathVariable UUID sampleReviewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RulingRequest request,
            Actor actor) {
        demandSeen(ifMatch, sampleReviewId, actor);
        ruling.rule(sampleReviewId, request.choice(), Sent.text(request.rulingReasons()), actor);
        return answers.tagged(answer(sampleReviewId, actor));
    }

    private void demandSeen(@Nullable String ifMatch, UUID id, Actor actor) {
        answer(id, actor);
        answers.demandSeen(ifMatch, samples.get(id).contract(), () -> answer(id, actor));
    }

    private SampleReviewDocument answer(UUID id, Actor viewer) {
        SampleReview sample = samples.get(id);
        answers.demandReadable(sample.contract(), viewer, MISSING);
        return SampleReviewDocument.of(sample, words);
    }
}
