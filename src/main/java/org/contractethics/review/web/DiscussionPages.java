package org.contractethics.review.web;

import java.util.List;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.discussion.AddingComments;
import org.contractethics.review.internal.discussion.Discussion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.ReviewId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The discussion of a review on a page of its own. */
@Controller
class DiscussionPages {

    private final Discussion discussion;
    private final AddingComments adding;
    private final ReviewCases reviews;
    private final ContractRegister contracts;

    DiscussionPages(Discussion discussion, AddingComments adding, ReviewCases reviews, ContractRegister contracts) {
        this.discussion = discussion;
        this.adding = adding;
        this.reviews = reviews;
        this.contracts = contracts;
    }

    @GetMapping("/reviews/{reviewId}/discussion")
    ModelAndView page(@PathVariable ReviewId reviewId, @RequestParam(defaultValue = "1") int page, Actor viewer) {
        return page(discussion.get(reviewId, viewer, page), "", List.of());
    }

    @PostMapping("/reviews/{reviewId}/discussion")
    ModelAndView say(
            @PathVariable ReviewId reviewId,
            @RequestParam(defaultValue = "") String text,
            Actor actor,
            RedirectAttributes next) {
        List<FormProblem> problems = adding.problems(reviewId, text, actor);
        if (!problems.isEmpty()) {
            return page(discussion.get(reviewId, actor, 1), text, problems);
        }
        adding.say(reviewId, text, actor);
        next.addFlashAttribute("message", "Your comment is added. It cannot be changed any more.");
        return new ModelAndView("redirect:/reviews/" + reviewId + "/discussion");
    }

    private ModelAndView page(Discussion.View view, String text, List<FormProblem> problems) {
        ReviewCase review = reviews.get(view.review());
        ModelAndView page = new ModelAndView("review/discussion");
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("view", view);
        page.addObject("contract", contracts.get(review.contract()));
        page.addObject("people", view.open() ? discussion.mentionable(view.review()) : List.of());
        page.addObject("text", text);
        page.addObject("problems", problems);
        return page;
    }
}
