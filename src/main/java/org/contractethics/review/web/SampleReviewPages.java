package org.contractethics.review.web;

import java.util.List;
import java.util.UUID;
import org.contractethics.review.internal.followup.ReviewingSample;
import org.contractethics.review.internal.followup.ReviewingSample.Draft;
import org.contractethics.review.internal.followup.RulingOnSample;
import org.contractethics.review.internal.followup.SampleComparison.Verdict;
import org.contractethics.review.internal.followup.SampleReview;
import org.contractethics.review.internal.followup.SampleReview.Choice;
import org.contractethics.review.internal.followup.SampleReviews;
import org.contractethics.review.web.FollowUpFrame.Content;
import org.contractethics.review.web.FollowUpFrame.Typed;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a decision of the audit sample is reviewed a second time, and where both results are read side by side. */
@Controller
class SampleReviewPages {

    private final ReviewingSample reviewing;
    private final RulingOnSample ruling;
    private final SampleReviews samples;
    private final SampleReviewWords words;
    private final FollowUpFrame frame;
    private final SampleReviewForms forms;

    SampleReviewPages(
            ReviewingSample reviewing,
            RulingOnSample ruling,
            SampleReviews samples,
            SampleReviewWords words,
            FollowUpFrame frame,
            SampleReviewForms forms) {
        this.reviewing = reviewing;
        this.ruling = ruling;
        this.samples = samples;
        this.words = words;
        this.frame = frame;
        this.forms = forms;
    }

    @GetMapping("/sample-reviews/{sampleReviewId}")
    ModelAndView show(@PathVariable UUID sampleReviewId, Actor actor) {
        return page(readable(sampleReviewId, actor), Typed.nothing(), actor);
    }

    @PostMapping("/sample-reviews/{sampleReviewId}/result")
    Object finish(
            @PathVariable UUID sampleReviewId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        SampleReview sample = readable(sampleReviewId, actor);
        FormValues values = new FormValues(sent);
        Draft draft = forms.draft(values);
        List<FormProblem> problems = reviewing.problems(sample, draft, actor);
        if (!problems.isEmpty()) {
            return page(sample, new Typed(values, problems), actor);
        }
        Verdict verdict = reviewing.finish(sampleReviewId, draft, actor);
        next.addFlashAttribute(
                "message",
                "Your result is recorded. " + verdict.label()
                        + (verdict == Verdict.STRICTER ? "; somebody else rules on the difference." : "."));
        return "redirect:/sample-reviews/" + sampleReviewId;
    }

    @PostMapping("/sample-reviews/{sampleReviewId}/ruling")
    Object rule(
            @PathVariable UUID sampleReviewId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        SampleReview sample = readable(sampleReviewId, actor);
        FormValues values = new FormValues(sent);
        Choice choice = values.constant("choice", Choice.class);
        List<FormProblem> problems = ruling.problems(choice, values.text("ruling-reasons"));
        if (!problems.isEmpty()) {
            return page(sample, new Typed(values, problems), actor);
        }
        ruling.rule(sampleReviewId, choice, values.text("ruling-reasons"), actor);
        next.addFlashAttribute("message", "The ruling is recorded.");
        return "redirect:/sample-reviews/" + sampleReviewId;
    }

    private ModelAndView page(SampleReview sample, Typed typed, Actor actor) {
        Content content = new Content(
                "Audit sample: second review", words.state(sample), words.statements(sample), forms.of(sample, actor));
        ModelAndView page = frame.page(sample.contract(), content, frame.task(sample.id(), actor), typed, actor);
        if (sample.result() == null) {
            page.addObject(
                    "beforeClaim",
                    "Once you claim this, the page of the contract and its reviews are closed to you until you gave your"
                            + " result; the documents stay open.");
        } else {
            page.addObject("comparison", words.told(sample));
        }
        return page;
    }

    private SampleReview readable(UUID id, Actor actor) {
        SampleReview sample = samples.get(id);
        if (!forms.mayRead(sample, actor)) {
            throw Refused.notFound("There is no such second review.");
        }
        return sample;
    }
}
