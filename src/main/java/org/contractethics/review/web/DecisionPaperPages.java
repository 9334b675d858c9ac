package org.contractethics.review.web;

import org.contractethics.paper.HandedOut;
import org.contractethics.paper.Paper;
import org.contractethics.paper.PaperFormat;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.panel.DecisionPapers;
import org.contractethics.shared.Actor;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A single decision: as page to print, as Word file, as PDF. */
@Controller
@RequestMapping("/reviews/{reviewId}/decisions/{decisionId}")
class DecisionPaperPages {

    private final DecisionPapers papers;
    private final ReviewCases reviews;

    DecisionPaperPages(DecisionPapers papers, ReviewCases reviews) {
        this.papers = papers;
        this.reviews = reviews;
    }

    @GetMapping
    String page(@PathVariable ReviewId reviewId, @PathVariable DecisionId decisionId, Actor actor, Model model) {
        Paper paper = papers.of(reviewId, decisionId, actor);
        model.addAttribute("paper", paper);
        model.addAttribute("address", "/reviews/" + reviewId + "/decisions/" + decisionId + "/record");
        model.addAttribute("contract", reviews.get(reviewId).contract());
        return "review/decision";
    }

    @GetMapping("/record.{ending}")
    ResponseEntity<byte[]> file(
            @PathVariable ReviewId reviewId,
            @PathVariable DecisionId decisionId,
            @PathVariable String ending,
            Actor actor) {
        PaperFormat format = PaperFormat.ofEnding(ending).orElseThrow(() -> Refused.notFound("There is no such file."));
        return HandedOut.of(format.write(papers.of(reviewId, decisionId, actor)), format, "decision-" + decisionId);
    }
}
