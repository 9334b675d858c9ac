package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.review.internal.ReopeningCarriedOver;
import org.contractethics.review.internal.delta.CarriedItem;
import org.contractethics.review.internal.delta.CarriedItem.Reopened;
import org.contractethics.review.internal.delta.CarriedItems;
import org.contractethics.review.internal.delta.DeltaReview;
import org.contractethics.review.internal.delta.DeltaReview.Whole;
import org.contractethics.review.internal.delta.DeltaReviewRows;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
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

/** What a delta review carries over, and reopening it. */
@RestController
@RequestMapping("/api/reviews/{reviewId}/carried-over")
@Tag(name = "Reviews")
class CarriedApi {

    private final ReviewAnswers answers;
    private final DeltaReviewRows deltas;
    private final CarriedItems items;
    private final ReopeningCarriedOver reopening;

    CarriedApi(ReviewAnswers answers, DeltaReviewRows deltas, CarriedItems items, ReopeningCarriedOver reopening) {
        this.answers = answers;
        this.deltas = deltas;
        this.items = items;
        this.reopening = reopening;
    }

    /**
     * @param changed names of the facts that changed since the approval, {@code documents} among them
     * @param wholeBecause why nothing is carried over; null where that is not so
     */
    @Schema(name = "DeltaReview")
    record DeltaDocument(
            String afterReview,
            String afterDecision,
            List<String> changed,
            @Nullable String wholeBecause,
            List<CarriedDocument> items) {}

    /** @param textHash SHA-256 of the text that is meant */
    @Schema(name = "CarriedOver")
    record CarriedDocument(
            UUID id,
            String item,
            String right,
            String fromReview,
            int fromPass,
            String textHash,
            String writtenBy,
            Instant writtenAt,
            @Nullable String reopenedBecause) {

        static CarriedDocument of(CarriedItem item) {
            Reopened reopened = item.reopened();
            return new CarriedDocument(
                    item.id(),
                    item.kind().name(),
                    item.right(),
                    item.fromReview().toString(),
                    item.fromPass(),
                    item.textHash(),
                    item.writtenBy(),
                    item.writtenAt(),
                    reopened == null ? null : reopened.reason());
        }
    }

    @Schema(name = "ReopeningRequest")
    record ReopeningRequest(@Nullable String reason) {}

    @GetMapping
    @Operation(
            summary = "What a delta review carries over",
            description = "404 for a review that follows no change (H8).")
    DeltaDocument read(@PathVariable ReviewId reviewId, Actor viewer) {
        answers.readable(reviewId, viewer);
        DeltaReview delta = deltas.find(reviewId)
                .orElseThrow(() -> Refused.notFound("This review follows no change of an approved contract."));
        Whole whole = delta.whole();
        return new DeltaDocument(
                delta.afterReview().toString(),
                delta.afterDecision().toString(),
                deltas.changes(reviewId),
                whole == null ? null : whole.reason(),
                items.of(reviewId).stream().map(CarriedDocument::of).toList());
    }

    @PostMapping("/{itemId}/reopening")
    @Operation(
            summary = "Reopen something carried over",
            description =
                    "By a reviewer of its stage, before a vote is cast. What rests on it is reopened with it (H8).")
    ResponseEntity<ReviewDocument> reopen(
            @PathVariable ReviewId reviewId,
            @PathVariable UUID itemId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReopeningRequest request,
            Actor actor) {
        answers.demandSeen(ifMatch, reviewId, actor);
        reopening.reopen(reviewId, itemId, Sent.text(request.reason()), actor);
        return answers.answer(reviewId, actor);
    }
}
