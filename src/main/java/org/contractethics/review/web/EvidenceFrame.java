package org.contractethics.review.web;

import java.util.List;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.discussion.Participants;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The frame of the pages of what a review rests on: who may read them, and what was typed. */
@Component
class EvidenceFrame {

    private final ReviewCases reviews;
    private final Participants participants;
    private final ContractRegister contracts;

    EvidenceFrame(ReviewCases reviews, Participants participants, ContractRegister contracts) {
        this.reviews = reviews;
        this.participants = participants;
        this.contracts = contracts;
    }

    /** What was typed, and what is wrong with it. */
    record Typed(FormValues values, List<FormProblem> problems, HttpStatus status) {

        static Typed nothing() {
            return new Typed(FormValues.none(), List.of(), HttpStatus.OK);
        }

        static Typed wrong(FormValues values, List<FormProblem> problems) {
            return new Typed(values, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }

        /** Others were faster: what was typed is not lost. */
        static Typed late(FormValues values, Refused refused) {
            return new Typed(
                    values,
                    refused.reasons().stream()
                            .map(reason -> new FormProblem("main", reason))
                            .toList(),
                    HttpStatus.valueOf(refused.kind().status()));
        }
    }

    /** Whoever takes no part in the review is told that there is none (H1, H2). */
    ReviewCase readable(ReviewId id, Actor viewer) {
        return reviews.find(id)
                .filter(review -> participants.mayRead(review, viewer))
                .orElseThrow(() -> Refused.notFound("There is no such review, or you take no part in it."));
    }

    ModelAndView page(String view, ReviewCase review, Typed typed) {
        ModelAndView page = new ModelAndView(view);
        page.setStatus(typed.status());
        page.addObject("review", review);
        page.addObject("contract", contracts.get(review.contract()));
        page.addObject("values", typed.values());
        page.addObject("problems", typed.problems());
        return page;
    }
}
