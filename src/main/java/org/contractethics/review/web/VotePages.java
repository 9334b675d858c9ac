package org.contractethics.review.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.ClosingVote;
import org.contractethics.review.internal.DeclaringConflict;
import org.contractethics.review.internal.Recusals.Interest;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Closing a vote, and stepping back from a review. */
@Controller
class VotePages {

    private final ClosingVote closing;
    private final DeclaringConflict declaring;
    private final ReviewCases reviews;
    private final ContractRegister contracts;

    VotePages(ClosingVote closing, DeclaringConflict declaring, ReviewCases reviews, ContractRegister contracts) {
        this.closing = closing;
        this.declaring = declaring;
        this.reviews = reviews;
        this.contracts = contracts;
    }

    @PostMapping("/reviews/{reviewId}/vote/close")
    String close(@PathVariable ReviewId reviewId, Actor actor, RedirectAttributes redirect) {
        closing.close(reviewId, actor);
        redirect.addFlashAttribute("message", "The vote is closed. All votes are open now.");
        return "redirect:/contracts/" + reviews.get(reviewId).contract();
    }

    @GetMapping("/reviews/{reviewId}/conflict")
    ModelAndView conflict(@PathVariable ReviewId reviewId, @RequestParam String stage, Actor actor) {
        return page(reviews.get(reviewId), stage(stage), List.of(), HttpStatus.OK);
    }

    @PostMapping("/reviews/{reviewId}/conflict")
    Object declare(
            @PathVariable ReviewId reviewId,
            @RequestParam String stage,
            @RequestParam(defaultValue = "") String interest,
            Actor actor,
            RedirectAttributes redirect) {
        ReviewCase review = reviews.get(reviewId);
        Interest chosen = new FormValues(new LinkedMultiValueMap<>(Map.of("interest", List.of(interest))))
                .constant("interest", Interest.class);
        if (chosen == null) {
            List<FormProblem> problems = List.of(new FormProblem("interest", "Choose what kind of interest it is."));
            return page(review, stage(stage), problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        declaring.declare(reviewId, stage(stage), chosen, actor);
        redirect.addFlashAttribute("message", "You stepped back from this review.");
        return "redirect:/contracts/" + review.contract();
    }

    private ModelAndView page(ReviewCase review, Stage stage, List<FormProblem> problems, HttpStatusCode status) {
        ModelAndView page = new ModelAndView("review/conflict");
        page.setStatus(status);
        page.addObject("review", review);
        page.addObject("contract", contracts.get(review.contract()));
        page.addObject("stage", stage);
        page.addObject("problems", problems);
        Map<String, String> interests = Field.choices();
        Arrays.stream(Interest.values()).forEach(interest -> interests.put(interest.name(), interest.label()));
        page.addObject("interests", interests);
        return page;
    }

    private static Stage stage(String taskKey) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.taskKey().equals(taskKey))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("There is no such stage."));
    }
}
