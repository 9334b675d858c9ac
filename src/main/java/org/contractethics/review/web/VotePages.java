package org.contractethics.review.web;

import org.contractethics.review.internal.ClosingVote;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Closing a vote. */
@Controller
class VotePages {

    private final ClosingVote closing;
    private final ReviewCases reviews;

    VotePages(ClosingVote closing, ReviewCases reviews) {
        this.closing = closing;
        this.reviews = reviews;
    }

    @PostMapping("/reviews/{reviewId}/vote/close")
    String close(
            @PathVariable ReviewId reviewId,
            @RequestParam(required = false) @Nullable Integer round,
            Actor actor,
            RedirectAttributes redirect) {
        closing.close(reviewId, round, actor);
        redirect.addFlashAttribute("message", "The vote is closed. All votes are open now.");
        return "redirect:/contracts/" + reviews.get(reviewId).contract();
    }
}
