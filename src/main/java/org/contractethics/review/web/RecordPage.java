package org.contractethics.review.web;

import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The decision record, made for printing. */
@Controller
class RecordPage {

    private final ReviewCases reviews;
    private final ReviewViews views;
    private final CaseFacts facts;
    private final ContractRegister contracts;
    private final Decisions decisions;

    RecordPage(
            ReviewCases reviews, ReviewViews views, CaseFacts facts, ContractRegister contracts, Decisions decisions) {
        this.reviews = reviews;
        this.views = views;
        this.facts = facts;
        this.contracts = contracts;
        this.decisions = decisions;
    }

    @GetMapping("/reviews/{reviewId}/record")
    String record(@PathVariable ReviewId reviewId, Actor actor, Model model) {
        ReviewCase review = reviews.get(reviewId);
        Contract contract = contracts.get(review.contract());
        if (!contracts.mayReadFacts(contract, actor)) {
            throw Refused.notFound("There is no such review.");
        }
        model.addAttribute("contract", contract);
        model.addAttribute("facts", facts.contract(contract));
        model.addAttribute("intake", facts.intake(review));
        model.addAttribute("view", views.of(review, actor));
        model.addAttribute("decisions", decisions.of(reviewId));
        return "review/record";
    }
}
