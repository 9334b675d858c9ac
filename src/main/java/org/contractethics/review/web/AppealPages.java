package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.contractethics.contract.ContractRegister;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.internal.Appeal;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.internal.FilingAppeal;
import org.contractethics.review.internal.FilingAppeal.Filed;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.StageForm.AppealResult;
import org.contractethics.review.internal.UndeclaredInterests;
import org.contractethics.review.internal.VotingOnAppeal;
import org.contractethics.review.web.FollowUpFrame.Content;
import org.contractethics.review.web.FollowUpFrame.Typed;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.ReviewId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** S9: filing an appeal, and voting on it. */
@Controller
class AppealPages {

    private final FilingAppeal filing;
    private final VotingOnAppeal voting;
    private final WithheldAppeals withheld;
    private final JoinedAppealWords joined;
    private final FollowUpFrame frame;
    private final ReviewCases reviews;
    private final Decisions decisions;
    private final ContractRegister contracts;

    AppealPages(
            FilingAppeal filing,
            VotingOnAppeal voting,
            WithheldAppeals withheld,
            JoinedAppealWords joined,
            FollowUpFrame frame,
            ReviewCases reviews,
            Decisions decisions,
            ContractRegister contracts) {
        this.filing = filing;
        this.voting = voting;
        this.withheld = withheld;
        this.joined = joined;
        this.frame = frame;
        this.reviews = reviews;
        this.decisions = decisions;
        this.contracts = contracts;
    }

    @GetMapping("/reviews/{reviewId}/appeal")
    ModelAndView form(@PathVariable ReviewId reviewId, Actor actor) {
        return page(admitted(reviewId, actor), "", "", List.of(), actor);
    }

    @PostMapping("/reviews/{reviewId}/appeal")
    Object file(
            @PathVariable ReviewId reviewId,
            @RequestParam(name = "reasons", defaultValue = "") String typed,
            @RequestParam(name = "concern", defaultValue = "") String concern,
            Actor actor,
            RedirectAttributes redirect) {
        String reasons = FormValues.clean(typed).strip();
        String about = FormValues.clean(concern).strip();
        ReviewCase review = admitted(reviewId, actor);
        List<FormProblem> problems = filing.problems(review, reasons, about, actor);
        if (!problems.isEmpty()) {
            return page(review, reasons, about, problems, actor);
        }
        redirect.addFlashAttribute("message", words(filing.file(reviewId, reasons, about, actor)));
        return "redirect:/contracts/" + review.contract();
    }

    private static String words(Filed filed) {
        return switch (filed) {
            case HEARD -> "The appeal is filed. The board committee rules on it.";
            case JOINED -> "You joined the appeal. The board committee reads your reasons before it votes.";
            case WAITS_FOR_SECOND ->
                "Your request is recorded. When a second member who dissented asks too, the appeal is heard.";
        };
    }

    @GetMapping("/reviews/{reviewId}/appeal/vote")
    ModelAndView ballot(@PathVariable ReviewId reviewId, Actor actor) {
        return ballot(voting(reviewId, actor), Typed.nothing(), actor);
    }

    @PostMapping("/reviews/{reviewId}/appeal/vote")
    Object vote(
            @PathVariable ReviewId reviewId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes redirect) {
        ReviewCase review = reviews.get(reviewId);
        FormValues values = new FormValues(sent);
        try {
            voting.demandVoter(review, actor);
        } catch (UndeclaredInterests undeclared) {
            return ballot(review, new Typed(values, undeclared.problems()), actor);
        }
        AppealResult choice = values.constant("choice", AppealResult.class);
        Outcome outcome = values.constant("outcome", Outcome.class);
        List<FormProblem> problems = voting.problems(review, choice, outcome, values.text("reasons"));
        if (!problems.isEmpty()) {
            return ballot(review, new Typed(values, problems), actor);
        }
        voting.vote(reviewId, choice, outcome, values.text("reasons"), actor);
        redirect.addFlashAttribute("message", "Your vote is recorded under your name.");
        return "redirect:/contracts/" + review.contract();
    }

    private ModelAndView ballot(ReviewCase review, Typed typed, Actor actor) {
        Section section = Section.of(
                "Your vote",
                "It stands under your name beside the ruling, and cannot be changed.",
                fields(voting.outcomes(review)));
        List<Statement> appeal = voting.pending(review.id()).stream()
                .map(pending -> statement(pending, actor))
                .toList();
        ActForm form = new ActForm("/reviews/" + review.id() + "/appeal/vote", section, "Vote");
        Content content = new Content("Vote on the appeal", "Appeal", appeal, List.of(form));
        return frame.page(review.contract(), content, null, typed, actor);
    }

    private Statement statement(Appeal pending, Actor viewer) {
        Statement.Builder statement = Statement.titled("The appeal");
        if (withheld.from(viewer, pending)) {
            statement.line("Ruling", WithheldAppeals.WAITS);
        } else {
            statement.line("Filed as", pending.filedAs().label()).line("Reasons", pending.reasons());
        }
        joined.tell(statement, pending, viewer);
        return statement.build();
    }

    private static List<Field> fields(Set<Outcome> outcomes) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.radios("choice", "How you vote", AppealForms.results(outcomes), null, true));
        if (!outcomes.isEmpty()) {
            fields.add(Field.radios(
                    "outcome",
                    "Changed to",
                    AppealForms.words(outcomes),
                    "Only where you vote to change the decision.",
                    false));
        }
        fields.add(Field.area("reasons", "Reasons", null, true, 6));
        return fields;
    }

    private ReviewCase voting(ReviewId id, Actor actor) {
        ReviewCase review = reviews.get(id);
        voting.demandVoter(review, actor);
        return review;
    }

    private ReviewCase admitted(ReviewId id, Actor actor) {
        ReviewCase review = reviews.get(id);
        filing.refusal(review, actor).ifPresent(refused -> {
            throw refused;
        });
        return review;
    }

    private ModelAndView page(
            ReviewCase review, String reasons, String concern, List<FormProblem> problems, Actor actor) {
        Decision decision = decisions.latestOf(review.id()).orElseThrow();
        ModelAndView page = new ModelAndView("review/appeal");
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("review", review);
        page.addObject("contract", contracts.get(review.contract()));
        page.addObject("decision", decision);
        page.addObject("lastDay", filing.lastDay(decision));
        page.addObject("reasons", reasons);
        page.addObject("concern", concern);
        page.addObject("namesConcern", filing.namesConcern(review, actor));
        boolean joins = filing.joins(review, actor);
        page.addObject("joins", joins);
        page.addObject("requested", joins ? 0 : filing.requested(decision).size());
        page.addObject("problems", problems);
        return page;
    }
}
