package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.contractethics.access.EntityTags;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.panel.ActingChairs;
import org.contractethics.review.internal.panel.FillingSeats;
import org.contractethics.review.internal.panel.PanelSeats;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The drawn panel of a review for programs. */
@RestController
@RequestMapping("/api/reviews/{reviewId}/panel")
@Tag(name = "Panels", description = "Who was drawn for the panel of a review, and how")
class PanelApi {

    private final ReviewCases reviews;
    private final ReviewAnswers answers;
    private final PanelSeats seats;
    private final ActingChairs acting;
    private final FillingSeats filling;
    private final EntityTags tags;

    PanelApi(
            ReviewCases reviews,
            ReviewAnswers answers,
            PanelSeats seats,
            ActingChairs acting,
            FillingSeats filling,
            EntityTags tags) {
        this.reviews = reviews;
        this.answers = answers;
        this.seats = seats;
        this.acting = acting;
        this.filling = filling;
        this.tags = tags;
    }

    @GetMapping
    @Operation(
            summary = "The panel of the present pass of a review",
            description =
                    "With all it takes to draw the lots again, those of an acting chair too: the record and the random number they rest"
                            + " on, the seed and the urns.")
    ResponseEntity<PanelDocument> read(@PathVariable ReviewId reviewId, Actor viewer) {
        PanelDocument panel = panel(reviewId, viewer);
        return ResponseEntity.ok().eTag(tags.of(panel)).body(panel);
    }

    @PostMapping("/seats")
    @Operation(
            summary = "Fill the seats of a panel that votes",
            description =
                    "By the panel chair, or the acting chair while conflicts bar every panel chair. They choose nobody: alternates come in, and where none is left lots are drawn again. The"
                            + " quorum stays as it is (H3). 409 where every seat is filled and members have yet to vote.")
    ResponseEntity<PanelDocument> fill(
            @PathVariable ReviewId reviewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        panel(reviewId, actor);
        reviews.lock(reviewId);
        tags.demand(ifMatch, panel(reviewId, actor));
        filling.fill(reviewId, actor);
        return read(reviewId, actor);
    }

    private PanelDocument panel(ReviewId id, Actor viewer) {
        if (!answers.mayRead(id, viewer)) {
            throw Refused.notFound("There is no such review.");
        }
        ReviewCase review = reviews.get(id);
        int pass = review.pass();
        return PanelDocument.of(
                pass,
                seats.sitting(id, pass),
                seats.members(id, pass),
                seats.changes(id, pass),
                seats.draws(id, pass),
                acting.of(id, pass));
    }
}
