package org.contractethics.review.web;

import java.util.List;
import java.util.Map;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.DeclaringInterests;
import org.contractethics.review.internal.Recusals.Interest;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.discussion.ContributorsInterests;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The declaration of interests before somebody's first act in a review, and stepping back from it later (H2). */
@Controller
class DeclarationPages {

    private static final String STEPPED_BACK = "You stepped back from this review.";

    private final DeclaringInterests declaring;
    private final ContributorsInterests contributors;
    private final ReviewCases reviews;
    private final DeclarationForm form;

    DeclarationPages(
            DeclaringInterests declaring,
            ContributorsInterests contributors,
            ReviewCases reviews,
            DeclarationForm form) {
        this.declaring = declaring;
        this.contributors = contributors;
        this.reviews = reviews;
        this.form = form;
    }

    /**
     * @param stage empty where the way leads on to a page on which something is added to the review
     * @param then where the way leads on to, if not to the stage
     */
    @GetMapping("/reviews/{reviewId}/declaration")
    Object declaration(
            @PathVariable ReviewId reviewId,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String then,
            Actor actor) {
        Onward onward = Onward.named(stage, then);
        return declared(reviewId, onward.stage(), actor)
                ? "redirect:" + onward.path(reviewId)
                : form.page(reviews.get(reviewId), onward, Map.of(), List.of());
    }

    private boolean declared(ReviewId review, @Nullable Stage stage, Actor actor) {
        return stage == null ? contributors.declared(review, actor) : declaring.declared(review, stage, actor);
    }

    @PostMapping("/reviews/{reviewId}/declaration")
    Object sign(
            @PathVariable ReviewId reviewId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes redirect) {
        FormValues values = new FormValues(sent);
        Onward onward = Onward.named(values.text("stage"), values.text("then"));
        if (values.text("interest").equals(DeclarationForm.NO_INTEREST)) {
            declareNone(reviewId, onward.stage(), actor);
            redirect.addFlashAttribute("message", "Your declaration of interests is signed.");
            DeclarationForm.handOn(values.all(), redirect);
            return "redirect:" + onward.path(reviewId);
        }
        ReviewCase review = reviews.get(reviewId);
        Interest chosen = chosen(values.text("interest"));
        if (chosen == null) {
            return form.page(review, onward, values.all(), problem("Say whether you have an interest, and which."));
        }
        return steppedBack(review, onward.stage(), chosen, actor, redirect);
    }

    private void declareNone(ReviewId review, @Nullable Stage stage, Actor actor) {
        if (stage == null) {
            contributors.declareNone(review, actor);
        } else {
            declaring.declareNone(review, stage, actor);
        }
    }

    /** @param stage left out by those who work on none */
    @GetMapping("/reviews/{reviewId}/conflict")
    ModelAndView conflict(@PathVariable ReviewId reviewId, @RequestParam(defaultValue = "") String stage) {
        return form.plain("review/conflict", reviews.get(reviewId), steppingBack(stage), List.of());
    }

    @PostMapping("/reviews/{reviewId}/conflict")
    Object declare(
            @PathVariable ReviewId reviewId,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String interest,
            Actor actor,
            RedirectAttributes redirect) {
        ReviewCase review = reviews.get(reviewId);
        Onward from = steppingBack(stage);
        Interest chosen = chosen(interest);
        if (chosen == null) {
            return form.plain("review/conflict", review, from, problem("Choose what kind of interest it is."));
        }
        return steppedBack(review, from.stage(), chosen, actor, redirect);
    }

    private static Onward steppingBack(String stage) {
        return stage.isEmpty() ? Onward.DISCUSSION : Onward.named(stage, "");
    }

    private String steppedBack(
            ReviewCase review, @Nullable Stage stage, Interest interest, Actor actor, RedirectAttributes redirect) {
        if (stage == null) {
            contributors.declareConflict(review.id(), interest, actor);
        } else {
            declaring.declareConflict(review.id(), stage, interest, actor);
        }
        redirect.addFlashAttribute("message", STEPPED_BACK);
        return "redirect:/contracts/" + review.contract();
    }

    private static List<FormProblem> problem(String message) {
        return List.of(new FormProblem("interest", message));
    }

    private static @Nullable Interest chosen(String interest) {
        return new FormValues(new LinkedMultiValueMap<>(Map.of("interest", List.of(interest))))
                .constant("interest", Interest.class);
    }
}
