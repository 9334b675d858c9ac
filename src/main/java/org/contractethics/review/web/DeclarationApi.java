package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.contractethics.review.internal.DeclaringInterests;
import org.contractethics.review.internal.Recusals.Interest;
import org.contractethics.review.internal.discussion.ContributorsInterests;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The declaration of interests of a review, and stepping back from it later, by programs (H2). */
@RestController
@RequestMapping("/api/reviews/{reviewId}")
@Tag(name = "Interests", description = "Signed once for each review, before the first task of it is worked on")
class DeclarationApi {

    private final ReviewAnswers answers;
    private final DeclaringInterests declaring;
    private final ContributorsInterests contributors;

    DeclarationApi(ReviewAnswers answers, DeclaringInterests declaring, ContributorsInterests contributors) {
        this.answers = answers;
        this.declaring = declaring;
        this.contributors = contributors;
    }

    /**
     * @param stage the stage the caller is about to work on, as in {@code openStages}; not sent by whoever adds sources, consultations,
     *     advice or comments
     * @param conflict whether an interest of the caller stands behind this contract
     * @param interest which; not sent where there is none
     */
    @Schema(name = "DeclarationRequest")
    record DeclarationRequest(@Nullable String stage, @Nullable Boolean conflict, @Nullable Interest interest) {}

    /** @param stage the stage stepped back from, as in {@code openStages}; not sent by whoever works on none */
    @Schema(name = "ConflictRequest")
    record ConflictRequest(@Nullable String stage, @Nullable Interest interest) {}

    @PostMapping("/declarations")
    @Operation(
            summary = "Sign the declaration of interests (H2)",
            description =
                    "Once for each review, before a stage of it is worked on or anything is added to it; a second signature changes nothing. With a"
                            + " conflict the caller takes no further part in this review; a task they hold goes back to the group.")
    ResponseEntity<ReviewDocument> sign(
            @PathVariable ReviewId reviewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody DeclarationRequest request,
            Actor actor) {
        answers.demandSeenByVoter(ifMatch, reviewId, actor);
        if (request.conflict() == null) {
            throw Refused.invalid("Say whether there is a conflict: true or false.");
        }
        if (request.conflict()) {
            stepBack(reviewId, request.stage(), request.interest(), actor);
        } else if (request.interest() != null) {
            throw Refused.invalid(
                    List.of(new FormProblem("interest", "Without a conflict there is no interest to name.")));
        } else if (request.stage() == null) {
            contributors.declareNone(reviewId, actor);
        } else {
            declaring.declareNone(reviewId, Sent.stage(request.stage()), actor);
        }
        return answers.answer(reviewId, actor);
    }

    private void stepBack(ReviewId id, @Nullable String stage, @Nullable Interest interest, Actor actor) {
        if (stage == null) {
            contributors.declareConflict(id, interest, actor);
        } else {
            declaring.declareConflict(id, Sent.stage(stage), interest, actor);
        }
    }

    @PostMapping("/conflicts")
    @Operation(
            summary = "Declare a conflict of interest (H2)",
            description = "The caller takes no further part in this review; a task they hold goes back to the group.")
    ResponseEntity<ReviewDocument> declare(
            @PathVariable ReviewId reviewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ConflictRequest request,
            Actor actor) {
        answers.demandSeen(ifMatch, reviewId, actor);
        stepBack(reviewId, request.stage(), request.interest(), actor);
        return answers.answer(reviewId, actor);
    }
}
