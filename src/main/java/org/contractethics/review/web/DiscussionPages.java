package org.contractethics.review.web;

import java.util.List;
import java.util.Map;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.UndeclaredInterests;
import org.contractethics.review.internal.discussion.AddingComments;
import org.contractethics.review.internal.discussion.Discussion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.ReviewId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
    private final DeclarationForm declarations;

    DiscussionPages(
            Discussion discussion,
            AddingComments adding,
            ReviewCases reviews,
            ContractRegister contracts,
            DeclarationForm declarations) {
        this.discussion = discussion;
        this.adding = adding;
        this.reviews = reviews;
        this.contracts = contracts;
        this.declarations = declarations;
    }

    @GetMapping("/reviews/{reviewId}/discussion")
    ModelAndView page(
            @PathVariable ReviewId reviewId, @RequestParam(defaultValue = "1") int page, Model model, Actor viewer) {
        FormValues typed = DeclarationForm.typedBefore(model);
        return page(discussion.get(reviewId, viewer, page), typed, List.of(), viewer);
    }

    @PostMapping("/reviews/{reviewId}/discussion")
    ModelAndView say(
            @PathVariable ReviewId reviewId,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean urgent,
            Actor actor,
            RedirectAttributes next) {
        FormValues typed = FormValues.none().with("text", text).with("urgent", Boolean.toString(urgent));
        List<FormProblem> problems;
        try {
            problems = adding.problems(reviewId, text, urgent, actor);
        } catch (UndeclaredInterests undeclared) {
            return declarations.instead(reviews.get(reviewId), Onward.DISCUSSION, typed);
        }
        if (!problems.isEmpty()) {
            return page(discussion.get(reviewId, actor, 1), typed, problems, actor);
        }
        adding.say(reviewId, text, urgent, actor);
        next.addFlashAttribute("message", "Your comment is added. It cannot be changed any more.");
        return new ModelAndView("redirect:/reviews/" + reviewId + "/discussion");
    }

    private ModelAndView page(Discussion.View view, FormValues typed, List<FormProblem> problems, Actor viewer) {
        ReviewCase review = reviews.get(view.review());
        ModelAndView page = new ModelAndView("review/discussion");
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("view", view);
        page.addObject("contract", contracts.get(review.contract()));
        page.addObject("people", view.open() ? discussion.mentionable(view.review()) : List.of());
        page.addObject("roles", view.open() ? discussion.mentionableRoles(view.review()) : Map.of());
        page.addObject("text", typed.text("text"));
        page.addObject("urgent", typed.text("urgent").equals("true"));
        page.addObject("problems", problems);
        page.addObject("declaration", view.open() ? declarations.missing(review, Onward.DISCUSSION, viewer) : null);
        return page;
    }
}
