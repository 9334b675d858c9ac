package org.contractethics.review.web;

import java.util.List;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.ReopeningCarriedOver;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.web.CarriedViews.ItemView;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reopening something that a delta review carries over. */
@Controller
@RequestMapping("/reviews/{reviewId}/carried-over/{itemId}")
class CarriedPages {

    private final ReviewCases reviews;
    private final CarriedViews views;
    private final ReopeningCarriedOver reopening;
    private final ContractRegister contracts;

    CarriedPages(ReviewCases reviews, CarriedViews views, ReopeningCarriedOver reopening, ContractRegister contracts) {
        this.reviews = reviews;
        this.views = views;
        this.reopening = reopening;
        this.contracts = contracts;
    }

    @GetMapping
    ModelAndView form(@PathVariable ReviewId reviewId, @PathVariable UUID itemId, Actor actor) {
        return form(reviewId, itemId, "", List.of(), actor);
    }

    @PostMapping
    ModelAndView reopen(
            @PathVariable ReviewId reviewId,
            @PathVariable UUID itemId,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes next) {
        List<FormProblem> problems = reopening.problems(reason);
        if (!problems.isEmpty()) {
            return form(reviewId, itemId, reason, problems, actor);
        }
        reopening.reopen(reviewId, itemId, reason, actor);
        next.addFlashAttribute("message", "It is reopened and will be done anew, with what rests on it.");
        return new ModelAndView("redirect:/contracts/" + reviews.get(reviewId).contract());
    }

    private ModelAndView form(ReviewId id, UUID itemId, String reason, List<FormProblem> problems, Actor actor) {
        ReviewCase review = reviews.get(id);
        Contract contract = contracts.get(review.contract());
        ItemView item = views.of(review, actor).stream()
                .filter(view -> contracts.mayReadFacts(contract, actor))
                .flatMap(view -> view.items().stream())
                .filter(one -> one.id().equals(itemId))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("Nothing of this review is carried over under this number."));
        ModelAndView page = new ModelAndView("review/carried-reopen");
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("review", review);
        page.addObject("contract", contract);
        page.addObject("item", item);
        page.addObject("reason", reason);
        page.addObject("problems", problems);
        return page;
    }
}
