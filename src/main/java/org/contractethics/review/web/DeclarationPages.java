package org.contractethics.review.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.DeclaringInterests;
import org.contractethics.review.internal.Recusals.Interest;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The declaration of interests before the first task of a review, and stepping back from it later (H2). */
@Controller
class DeclarationPages {

    static final String NONE = "I have no interest in this contract: no pay, family, former employer or shares";

    /** What the form sends instead of a kind of interest. */
    private static final String NO_INTEREST = "NONE";

    private static final String STEPPED_BACK = "You stepped back from this review.";

    private final DeclaringInterests declaring;
    private final ReviewCases reviews;
    private final ContractRegister contracts;

    DeclarationPages(DeclaringInterests declaring, ReviewCases reviews, ContractRegister contracts) {
        this.declaring = declaring;
        this.reviews = reviews;
        this.contracts = contracts;
    }

    /** @param then {@code vote} where the way leads on to the vote on an appeal */
    @GetMapping("/reviews/{reviewId}/declaration")
    Object declaration(
            @PathVariable ReviewId reviewId,
            @RequestParam String stage,
            @RequestParam(defaultValue = "") String then,
            Actor actor) {
        return declaring.declared(reviewId, stage(stage), actor)
                ? work(reviewId, stage(stage), then)
                : declaration(reviews.get(reviewId), stage(stage), then, List.of());
    }

    @PostMapping("/reviews/{reviewId}/declaration")
    Object sign(
            @PathVariable ReviewId reviewId,
            @RequestParam String stage,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(defaultValue = "") String interest,
            Actor actor,
            RedirectAttributes redirect) {
        if (interest.equals(NO_INTEREST)) {
            declaring.declareNone(reviewId, stage(stage), actor);
            redirect.addFlashAttribute("message", "Your declaration of interests is signed.");
            return work(reviewId, stage(stage), then);
        }
        ReviewCase review = reviews.get(reviewId);
        Interest chosen = chosen(interest);
        if (chosen == null) {
            return declaration(review, stage(stage), then, problem("Say whether you have an interest, and which."));
        }
        return steppedBack(review, stage(stage), chosen, actor, redirect);
    }

    @GetMapping("/reviews/{reviewId}/conflict")
    ModelAndView conflict(@PathVariable ReviewId reviewId, @RequestParam String stage) {
        return page("review/conflict", reviews.get(reviewId), stage(stage), List.of());
    }

    @PostMapping("/reviews/{reviewId}/conflict")
    Object declare(
            @PathVariable ReviewId reviewId,
            @RequestParam String stage,
            @RequestParam(defaultValue = "") String interest,
            Actor actor,
            RedirectAttributes redirect) {
        ReviewCase review = reviews.get(reviewId);
        Interest chosen = chosen(interest);
        if (chosen == null) {
            return page("review/conflict", review, stage(stage), problem("Choose what kind of interest it is."));
        }
        return steppedBack(review, stage(stage), chosen, actor, redirect);
    }

    private String steppedBack(
            ReviewCase review, Stage stage, Interest interest, Actor actor, RedirectAttributes redirect) {
        declaring.declareConflict(review.id(), stage, interest, actor);
        redirect.addFlashAttribute("message", STEPPED_BACK);
        return "redirect:/contracts/" + review.contract();
    }

    /** Where the declaration leads on to. */
    private static String work(ReviewId review, Stage stage, String then) {
        boolean appealVote = stage == Stage.APPEAL && then.equals("vote");
        return "redirect:/reviews/" + review + (appealVote ? "/appeal/vote" : "/stages/" + stage.taskKey());
    }

    private ModelAndView declaration(ReviewCase review, Stage stage, String then, List<FormProblem> problems) {
        ModelAndView page = page("review/declaration", review, stage, problems);
        Map<String, String> answers = Field.choices(NO_INTEREST, NONE);
        answers.putAll(interests());
        page.addObject("interests", answers);
        page.addObject("then", then.equals("vote") ? then : "");
        return page;
    }

    private ModelAndView page(String template, ReviewCase review, Stage stage, List<FormProblem> problems) {
        ModelAndView page = new ModelAndView(template);
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("review", review);
        page.addObject("contract", contracts.get(review.contract()));
        page.addObject("stage", stage);
        page.addObject("problems", problems);
        page.addObject("interests", interests());
        return page;
    }

    private static Map<String, String> interests() {
        Map<String, String> interests = Field.choices();
        Arrays.stream(Interest.values()).forEach(interest -> interests.put(interest.name(), interest.label()));
        return interests;
    }

    private static List<FormProblem> problem(String message) {
        return List.of(new FormProblem("interest", message));
    }

    private static @Nullable Interest chosen(String interest) {
        return new FormValues(new LinkedMultiValueMap<>(Map.of("interest", List.of(interest))))
                .constant("interest", Interest.class);
    }

    private static Stage stage(String taskKey) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.taskKey().equals(taskKey))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("There is no such stage."));
    }
}
