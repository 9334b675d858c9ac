package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.contractethics.review.internal.discussion.AddingComments;
import org.contractethics.review.internal.discussion.Discussion;
import org.contractethics.review.internal.discussion.Mentions.Piece;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The discussion of a review for programs. What is said is added and never changed, so it needs no If-Match. */
@RestController
@RequestMapping("/api/reviews/{reviewId}/comments")
@Tag(name = "Discussion", description = "What those who take part in a review say to each other")
class DiscussionApi {

    private final Discussion discussion;
    private final AddingComments adding;

    DiscussionApi(Discussion discussion, AddingComments adding) {
        this.discussion = discussion;
        this.adding = adding;
    }

    /**
     * @param total comments of all pages
     * @param open whether the caller may add one
     */
    @Schema(name = "Discussion")
    record DiscussionDocument(int page, long total, boolean open, List<CommentDocument> comments) {}

    /**
     * @param text with the names of those mentioned, as it is shown
     * @param urgent whether it is urgent for those mentioned
     */
    @Schema(name = "Comment")
    record CommentDocument(String author, Instant at, String text, boolean urgent) {

        static CommentDocument of(Discussion.Said said) {
            return new CommentDocument(
                    said.author(),
                    said.at(),
                    said.pieces().stream().map(Piece::text).collect(Collectors.joining()),
                    said.urgent());
        }
    }

    /**
     * @param text somebody is mentioned by @ and the account name, and gets a notice; everybody who takes part in a role by @ and
     *     the role, as in {@code @legal-reviewer}
     * @param urgent whether the notices of those mentioned say so; somebody has to be mentioned then
     */
    @Schema(name = "CommentRequest")
    record CommentRequest(@Nullable String text, @Nullable Boolean urgent) {}

    @GetMapping
    @Operation(
            summary = "The discussion of a review",
            description = "For those who take part in the review and for auditors. The newest first, 100 on a page.")
    DiscussionDocument read(@PathVariable ReviewId reviewId, @RequestParam(defaultValue = "1") int page, Actor viewer) {
        Discussion.View view = discussion.get(reviewId, viewer, page);
        return new DiscussionDocument(
                view.pager().number(),
                view.pager().total(),
                view.open(),
                view.said().stream().map(CommentDocument::of).toList());
    }

    @PostMapping
    @Operation(
            summary = "Add a comment",
            description = "It cannot be changed. The declaration of interests is signed before (H2).")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void say(@PathVariable ReviewId reviewId, @RequestBody CommentRequest request, Actor actor) {
        adding.say(reviewId, Sent.text(request.text()), Boolean.TRUE.equals(request.urgent()), actor);
    }
}
