package org.contractethics.review.web;

import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.panel.FillingSeats;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The panel of one review: who was drawn and how, and how far its vote is. */
@Controller
@RequestMapping("/reviews/{reviewId}")
class PanelPages {

    private final ReviewCases reviews;
    private final ContractRegister contracts;
    private final PanelViews views;
    private final VoteSide voteSide;
    private final FillingSeats filling;
    private final MeetingViews meetings;

    PanelPages(
            ReviewCases reviews,
            ContractRegister contracts,
            PanelViews views,
            VoteSide voteSide,
            FillingSeats filling,
            MeetingViews meetings) {
        this.reviews = reviews;
        this.contracts = contracts;
        this.views = views;
        this.voteSide = voteSide;
        this.filling = filling;
        this.meetings = meetings;
    }

    @GetMapping("/panel")
    String panel(@PathVariable ReviewId reviewId, Actor actor, Model model) {
        ReviewCase review = readable(reviewId, actor);
        model.addAttribute("review", review);
        model.addAttribute("contract", contracts.get(review.contract()));
        model.addAttribute("view", views.of(review, actor));
        model.addAttribute("meetings", meetings.of(review, actor));
        return "review/drawn-panel";
    }

    /** The part of the page of the vote that is fetched again and again. */
    @GetMapping("/vote/position")
    String position(@PathVariable ReviewId reviewId, Actor actor, Model model) {
        ReviewCase review = readable(reviewId, actor);
        model.addAttribute("review", review);
        model.addAttribute("position", voteSide.position(review, actor));
        return "review/position :: live(position=${position},review=${review})";
    }

    @PostMapping("/panel/seats")
    String fill(
            @PathVariable ReviewId reviewId,
            @RequestParam(required = false) @Nullable Integer draws,
            Actor actor,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute("message", String.join(" ", filling.fill(reviewId, draws, actor)));
        return "redirect:/reviews/" + reviewId + "/panel";
    }

    private ReviewCase readable(ReviewId id, Actor actor) {
        ReviewCase review = reviews.get(id);
        Contract contract = contracts.get(review.contract());
        if (!contracts.mayReadFacts(contract, actor)) {
            throw Refused.notFound("There is no such review.");
        }
        return review;
    }
}
