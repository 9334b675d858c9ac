package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.internal.followup.ReReview;
import org.contractethics.review.internal.followup.ReReview.BroughtForward;
import org.contractethics.review.internal.followup.ReReview.Done;
import org.contractethics.review.internal.followup.ReReview.Result;
import org.contractethics.review.internal.followup.ReReviewing;
import org.contractethics.review.internal.followup.ReReviews;
import org.contractethics.review.internal.followup.VisibilityLimits;
import org.contractethics.review.web.FollowUpFrame.Content;
import org.contractethics.review.web.FollowUpFrame.Typed;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** S11: looking at a signed contract again. */
@Controller
class ReReviewPages {

    private final ReReviewing reReviewing;
    private final ReReviews reReviews;
    private final VisibilityLimits limits;
    private final FollowUpFrame frame;
    private final ContractRegister contracts;
    private final PeopleDirectory people;
    private final IncidentStatements incidents;

    ReReviewPages(
            ReReviewing reReviewing,
            ReReviews reReviews,
            VisibilityLimits limits,
            FollowUpFrame frame,
            ContractRegister contracts,
            PeopleDirectory people,
            IncidentStatements incidents) {
        this.reReviewing = reReviewing;
        this.reReviews = reReviews;
        this.limits = limits;
        this.frame = frame;
        this.contracts = contracts;
        this.people = people;
        this.incidents = incidents;
    }

    @GetMapping("/re-reviews/{reReviewId}")
    ModelAndView show(@PathVariable UUID reReviewId, Actor actor) {
        return page(readable(reReviewId, actor), Typed.nothing(), actor);
    }

    @PostMapping("/re-reviews/{reReviewId}")
    Object finish(
            @PathVariable UUID reReviewId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        ReReview reReview = readable(reReviewId, actor);
        FormValues values = new FormValues(sent);
        Result result = values.constant("result", Result.class);
        List<FormProblem> problems = reReviewing.problems(reReview, result, values.text("reasons"));
        if (!problems.isEmpty()) {
            return page(reReview, new Typed(values, problems), actor);
        }
        Result found = reReviewing.finish(reReviewId, result, values.text("reasons"), actor);
        next.addFlashAttribute(
                "message",
                found == Result.STILL_VALID
                        ? "The re-review is recorded. The next one begins when the interval is over again, or before the approval ends."
                        : "A new review of the contract is open. Legal confirms its documents next.");
        return "redirect:/contracts/" + reReview.contract();
    }

    private ModelAndView page(ReReview reReview, Typed typed, Actor actor) {
        boolean waits = reReview.closedAt() == null;
        Content content = new Content(
                "Periodic re-review",
                waits ? "Next on " + Times.words(reReviewing.nextOn(reReview)) : "Closed",
                statements(reReview),
                frame.holds(reReview.id(), FollowUpStep.RE_REVIEW, actor) ? List.of(form(reReview)) : List.of());
        return frame.page(reReview.contract(), content, frame.task(reReview.id(), actor), typed, actor);
    }

    private List<Statement> statements(ReReview reReview) {
        List<Statement> statements = new ArrayList<>();
        statements.add(limits.current(reReview.contract())
                .map(stated -> Statement.titled("Limits of visibility")
                        .line("What cannot be seen", stated.statement())
                        .line(
                                "Stated by",
                                people.displayName(stated.statedBy()) + ", " + Times.words(stated.statedAt()))
                        .build())
                .orElseGet(() -> Statement.titled("Limits of visibility")
                        .line("What cannot be seen", "Not stated yet. A monitor states it on the page of the contract.")
                        .build()));
        reReview.broughtForward().forEach(brought -> {
            statements.add(broughtForward(brought));
            statements.addAll(incidents.one(reReview.contract(), brought.incident()));
        });
        reReview.results().forEach(done -> statements.add(done(done)));
        return statements;
    }

    private static Statement broughtForward(BroughtForward brought) {
        return Statement.titled("Re-review " + brought.number() + " comes earlier")
                .line("Why", "Something became known of the contract.")
                .line("Was to come on", Times.words(brought.before()))
                .line("Comes on", Times.words(brought.nextOn()))
                .build();
    }

    private Statement done(Done done) {
        return Statement.titled("Re-review " + done.number())
                .line("Result", done.result().label())
                .line("Reasons", done.reasons())
                .line("Done by", people.displayName(done.by()) + ", " + Times.words(done.at()))
                .line("The approval holds until", done.validUntil() == null ? null : Times.words(done.validUntil()))
                .line("Next on", done.nextOn() == null ? null : Times.words(done.nextOn()))
                .build();
    }

    private static ActForm form(ReReview reReview) {
        Section section = Section.of(
                "Result",
                "Look at the conditions, incidents and news on the page of the contract first. A new review goes the whole way again; nothing is approved here.",
                Field.radios(
                        "result",
                        "What did you find?",
                        Field.choices(
                                Result.STILL_VALID.name(), Result.STILL_VALID.label(),
                                Result.NEW_REVIEW.name(), Result.NEW_REVIEW.label()),
                        null,
                        true),
                Field.area("reasons", "Reasons", null, true, 5));
        return new ActForm("/re-reviews/" + reReview.id(), section, "Record the result");
    }

    private ReReview readable(UUID id, Actor actor) {
        ReReview reReview = reReviews.get(id);
        if (!contracts.mayReadFacts(contracts.get(reReview.contract()), actor)) {
            throw Refused.notFound("There is no such re-review.");
        }
        return reReview;
    }
}
