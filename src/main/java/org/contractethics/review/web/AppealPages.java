package org.contractethics.review.web;

import java.util.List;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.internal.FilingAppeal;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.ReviewId;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** S9: filing an appeal. */
@Controller
class AppealPages {

    private final FilingAppeal filing;
    private final ReviewCases reviews;
    private final Decisions decisions;
    private final ContractRegister contracts;

    AppealPages(FilingAppeal filing, ReviewCases reviews, Decisions decisions, ContractRegister contracts) {
        this.filing = filing;
        this.reviews = reviews;
        this.decisions = decisions;
        this.contracts = contracts;
    }

    @GetMapping("/reviews/{reviewId}/appeal")
    ModelAndView form(@PathVariable ReviewId reviewId, Actor actor) {
        return page(admitted(reviewId, actor), "", List.of(), HttpStatus.OK);
    }

    @PostMapping("/reviews/{reviewId}/appeal")
    Object file(
            @PathVariable ReviewId reviewId,
            @RequestParam(name = "reasons", defaultValue = "") String typed,
            Actor actor,
            RedirectAttributes redirect) {
        String reasons = FormValues.clean(typed).strip();
        ReviewCase review = admitted(reviewId, actor);
        List<FormProblem> problems = filing.problems(reasons);
        if (!problems.isEmpty()) {
            return page(review, reasons, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        filing.file(reviewId, reasons, actor);
        redirect.addFlashAttribute("message", "The appeal is filed. The board committee rules on it.");
        return "redirect:/contracts/" + review.contract();
    }

    private ReviewCase admitted(ReviewId id, Actor actor) {
        ReviewCase review = reviews.get(id);
        filing.refusal(review, actor).ifPresent(refused -> {
            throw refused;
        });
        return review;
    }

    private ModelAndView page(ReviewCase review, String reasons, List<FormProblem> problems, HttpStatusCode status) {
        Decision decision = decisions.latestOf(review.id()).orElseThrow();
        ModelAndView page = new ModelAndView("review/appeal");
        page.setStatus(status);
        page.addObject("review", review);
        page.addObject("contract", contracts.get(review.contract()));
        page.addObject("decision", decision);
        page.addObject("lastDay", filing.lastDay(decision));
        page.addObject("reasons", reasons);
        page.addObject("problems", problems);
        return page;
    }
}
