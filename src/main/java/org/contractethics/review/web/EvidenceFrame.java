package org.contractethics.review.web;

import java.util.List;
import java.util.Optional;
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
    private final DeclarationForm declarations;

    EvidenceFrame(
            ReviewCases reviews, Participants participants, ContractRegister contracts, DeclarationForm declarations) {
        this.reviews = reviews;
        this.participants = participants;
        this.contracts = contracts;
        this.declarations = declarations;
    }

    /** What was typed, and what is wrong with it. */
    record Typed(FormValues values, List<FormProblem> problems, HttpStatus status) {

        static Typed nothing() {
            return before(FormValues.none());
        }

        /** Before the declaration of interests was signed. */
        static Typed before(FormValues values) {
            return new Typed(values, List.of(), HttpStatus.OK);
        }

        static Typed wrong(FormValues values, List<FormProblem> problems) {
            return new Typed(values, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }

        /** Others were faster, or what was sent breaks a rule: what was typed is not lost. Whatever else is refused stays a refusal. */
        static Typed late(FormValues values, Refused refused) {
            if (refused.kind() != Refused.Kind.CONFLICT && refused.kind() != Refused.Kind.INVALID) {
                throw refused;
            }
            List<FormProblem> problems = refused.fields().isEmpty()
                    ? refused.reasons().stream()
                            .map(reason -> new FormProblem("main", reason))
                            .toList()
                    : refused.fields();
            return new Typed(values, problems, HttpStatus.valueOf(refused.kind().status()));
        }
    }

    /** Whoever takes no part in the review is told that there is none (H1, H2). */
    ReviewCase readable(ReviewId id, Actor viewer) {
        return reviews.find(id)
                .filter(review -> participants.mayRead(review, viewer))
                .orElseThrow(() -> Refused.notFound("There is no such review, or you take no part in it."));
    }

    /** In place of the answer to a form of somebody who has not signed yet; empty where they have. */
    Optional<ModelAndView> undeclared(ReviewCase review, Onward onward, FormValues typed, Actor actor) {
        return declarations.before(review, onward, typed, actor);
    }

    /** @param onward where the declaration of interests leads back to, for whoever has a form here */
    ModelAndView page(String view, ReviewCase review, Typed typed, Onward onward, Actor viewer) {
        ModelAndView page = new ModelAndView(view);
        page.setStatus(typed.status());
        page.addObject("review", review);
        page.addObject("contract", contracts.get(review.contract()));
        page.addObject("values", typed.values());
        page.addObject("problems", typed.problems());
        page.addObject("declaration", declarations.missing(review, onward, viewer));
        return page;
    }
}
