package org.contractethics.review.web;

import java.util.List;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.followup.DecidingSuspension;
import org.contractethics.review.internal.followup.DecidingSuspension.Draft;
import org.contractethics.review.internal.followup.OpeningSuspension;
import org.contractethics.review.internal.followup.SuspensionOutcome;
import org.contractethics.review.internal.followup.SuspensionReview;
import org.contractethics.review.internal.followup.Suspensions;
import org.contractethics.review.web.FollowUpFrame.Content;
import org.contractethics.review.web.FollowUpFrame.Typed;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
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

/** S13: opening a suspension review, proposing and confirming. */
@Controller
class SuspensionPages {

    private final OpeningSuspension opening;
    private final DecidingSuspension deciding;
    private final Suspensions suspensions;
    private final SuspensionView views;
    private final FollowUpFrame frame;
    private final ContractRegister contracts;

    SuspensionPages(
            OpeningSuspension opening,
            DecidingSuspension deciding,
            Suspensions suspensions,
            SuspensionView views,
            FollowUpFrame frame,
            ContractRegister contracts) {
        this.opening = opening;
        this.deciding = deciding;
        this.suspensions = suspensions;
        this.views = views;
        this.frame = frame;
        this.contracts = contracts;
    }

    @GetMapping("/contracts/{contractId}/suspension")
    ModelAndView form(@PathVariable ContractId contractId, Actor actor) {
        return opening(admitted(contractId, actor), Typed.nothing(), actor);
    }

    @PostMapping("/contracts/{contractId}/suspension")
    Object open(
            @PathVariable ContractId contractId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        Contract contract = admitted(contractId, actor);
        FormValues values = new FormValues(sent);
        List<FormProblem> problems = opening.problems(values.text("reason"));
        if (!problems.isEmpty()) {
            return opening(contract, new Typed(values, problems), actor);
        }
        UUID opened = opening.open(contractId, values.text("reason"), actor);
        return done(next, opened, "The review is open. The chair proposes, the board committee confirms.");
    }

    @GetMapping("/suspensions/{suspensionId}")
    ModelAndView show(@PathVariable UUID suspensionId, Actor actor) {
        return views.page(readable(suspensionId, actor), Typed.nothing(), actor);
    }

    @PostMapping("/suspensions/{suspensionId}/proposal")
    Object propose(
            @PathVariable UUID suspensionId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        SuspensionReview review = readable(suspensionId, actor);
        deciding.demandProposer(suspensionId, actor);
        FormValues values = new FormValues(sent);
        Draft draft = new Draft(
                values.constant("outcome", SuspensionOutcome.class),
                values.text("reasons"),
                values.text("customer-notice"),
                values.text("safety"));
        List<FormProblem> problems = deciding.problems(review, draft);
        if (!problems.isEmpty()) {
            return views.page(review, new Typed(values, problems), actor);
        }
        deciding.propose(suspensionId, draft, actor);
        return done(
                next,
                suspensionId,
                "Your proposal is recorded. Nothing happens before the board committee confirms it.");
    }

    @PostMapping("/suspensions/{suspensionId}/ruling")
    Object rule(
            @PathVariable UUID suspensionId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        SuspensionReview review = readable(suspensionId, actor);
        FormValues values = new FormValues(sent);
        Boolean confirmed = values.flag("confirmed");
        List<FormProblem> problems = deciding.rulingProblems(confirmed, values.text("ruling-reasons"));
        if (!problems.isEmpty()) {
            return views.page(review, new Typed(values, problems), actor);
        }
        try {
            deciding.rule(
                    suspensionId, values.number(FollowUpFrame.SEEN), confirmed, values.text("ruling-reasons"), actor);
        } catch (Refused refused) {
            return views.page(
                    readable(suspensionId, actor),
                    Typed.late(values, refused, "/suspensions/" + suspensionId + "/ruling"),
                    actor);
        }
        return done(
                next,
                suspensionId,
                Boolean.TRUE.equals(confirmed) ? "The decision is in force." : "The proposal went back to the chair.");
    }

    private ModelAndView opening(Contract contract, Typed typed, Actor actor) {
        String title = opening.purpose(contract).title();
        Section section = Section.of(
                "Why it has to be decided",
                "Opening the review decides nothing. The chair proposes what becomes of the services, another person of the board committee confirms it.",
                Field.area("reason", "Reason", "What was seen or heard, and how it is known.", true, 5));
        String path = "/contracts/" + contract.id() + "/suspension";
        Content content = new Content(
                title, contract.state().label(), List.of(), List.of(new ActForm(path, section, "Open the review")));
        return frame.page(contract.id(), content, null, typed, actor);
    }

    private Contract admitted(ContractId id, Actor actor) {
        Contract contract = contracts.get(id);
        opening.refusal(contract, actor).ifPresent(refused -> {
            throw refused;
        });
        return contract;
    }

    private SuspensionReview readable(UUID id, Actor actor) {
        SuspensionReview review = suspensions.get(id);
        if (!contracts.mayReadFacts(contracts.get(review.contract()), actor)) {
            throw Refused.notFound("There is no such suspension review.");
        }
        return review;
    }

    private static String done(RedirectAttributes next, UUID suspension, String message) {
        next.addFlashAttribute("message", message);
        return "redirect:/suspensions/" + suspension;
    }
}
