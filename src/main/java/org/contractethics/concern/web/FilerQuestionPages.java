package org.contractethics.concern.web;

import java.util.List;
import java.util.Optional;
import org.contractethics.concern.internal.ChoosingContract;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.WeighingConcerns;
import org.contractethics.concern.internal.WeighingConcerns.Weighed;
import org.contractethics.concern.internal.question.AnsweringReviewers;
import org.contractethics.concern.internal.question.AskingFilers;
import org.contractethics.concern.internal.question.PassingQuestionsOn;
import org.contractethics.concern.internal.question.ReleasingAnswers;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A reviewer asks the filer of a concern; whoever handles it passes the question on or turns it back; the filer answers. */
@Controller
class FilerQuestionPages {

    private final AskingFilers asking;
    private final PassingQuestionsOn passing;
    private final AnsweringReviewers answering;
    private final ReleasingAnswers releasing;
    private final WeighingConcerns weighing;
    private final ChoosingContract contracts;
    private final HandlingPage page;

    FilerQuestionPages(
            AskingFilers asking,
            PassingQuestionsOn passing,
            AnsweringReviewers answering,
            ReleasingAnswers releasing,
            WeighingConcerns weighing,
            ChoosingContract contracts,
            HandlingPage page) {
        this.asking = asking;
        this.passing = passing;
        this.answering = answering;
        this.releasing = releasing;
        this.weighing = weighing;
        this.contracts = contracts;
        this.page = page;
    }

    @GetMapping("/contracts/{contractId}/concerns/{concernId}/question")
    ModelAndView form(@PathVariable ContractId contractId, @PathVariable ConcernId concernId, Actor reviewer) {
        asking.demandMayAsk(contractId, concernId, reviewer);
        return form(contractId, concernId, "", List.of(), reviewer);
    }

    @PostMapping("/contracts/{contractId}/concerns/{concernId}/question")
    ModelAndView ask(
            @PathVariable ContractId contractId,
            @PathVariable ConcernId concernId,
            @RequestParam(defaultValue = "") String question,
            Actor reviewer,
            RedirectAttributes redirect) {
        try {
            asking.ask(contractId, concernId, question, reviewer);
        } catch (Refused refused) {
            return again(contractId, concernId, question, refused, reviewer);
        }
        redirect.addFlashAttribute(
                "message", "Your question went to those who handle the concern. They pass it on, or say why not.");
        return new ModelAndView("redirect:/contracts/" + contractId + "#concerns");
    }

    @PostMapping("/concerns/{id}/questions/{number}/pass-on")
    ModelAndView passOn(
            @PathVariable ConcernId id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String wording,
            Actor officer,
            RedirectAttributes redirect) {
        return page.after(
                id,
                officer,
                redirect,
                "The filer reads the question on the page of the concern now.",
                Typed.of("wording-" + number, wording),
                "questions",
                () -> passing.passOn(id, number, wording, officer));
    }

    @PostMapping("/concerns/{id}/questions/{number}/turn-back")
    ModelAndView turnBack(
            @PathVariable ConcernId id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String reason,
            Actor officer,
            RedirectAttributes redirect) {
        return page.after(
                id,
                officer,
                redirect,
                "The reviewers read your reason. The filer does not hear of the question.",
                Typed.of("turn-back-" + number, reason),
                "questions",
                () -> passing.turnBack(id, number, reason, officer));
    }

    /** @param show whether reviewers may know something of it */
    @PostMapping("/concerns/{id}/questions/{number}/answer")
    ModelAndView answer(
            @PathVariable ConcernId id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String show,
            Actor filer,
            RedirectAttributes redirect) {
        return page.after(
                id,
                filer,
                redirect,
                "Your answer is sent. Whoever may read it is told when the day is over.",
                Typed.of("question-answer-" + number, answer).and("show-" + number, show),
                "questions",
                () -> answering.answer(id, number, answer, show.equals("yes"), filer));
    }

    @PostMapping("/concerns/{id}/questions/{number}/release")
    ModelAndView release(
            @PathVariable ConcernId id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String released,
            Actor officer,
            RedirectAttributes redirect) {
        return page.after(
                id,
                officer,
                redirect,
                "Reviewers of the contract read what you wrote now, and nothing else of the answer.",
                Typed.of("release-" + number, released),
                "questions",
                () -> releasing.release(id, number, released, officer));
    }

    /** Nothing typed is lost where the question could not be put; for whoever may not know of the concern there is none. */
    private ModelAndView again(ContractId contract, ConcernId id, String question, Refused refused, Actor reviewer) {
        boolean shown =
                switch (refused.kind()) {
                    case INVALID, CONFLICT, UNAVAILABLE -> true;
                    default -> false;
                };
        if (!shown) {
            throw refused;
        }
        List<FormProblem> problems = refused.fields().isEmpty()
                ? refused.reasons().stream()
                        .map(reason -> new FormProblem("question", reason))
                        .toList()
                : refused.fields();
        ModelAndView form = form(contract, id, question, problems, reviewer);
        form.setStatus(HttpStatus.valueOf(refused.kind().status()));
        return form;
    }

    private ModelAndView form(
            ContractId contract, ConcernId id, String question, List<FormProblem> problems, Actor reviewer) {
        Optional<Weighed> concern = weighing.on(contract, reviewer).stream()
                .filter(weighed -> weighed.id().equals(id))
                .findFirst();
        return new ModelAndView("concern/question")
                .addObject("contract", contracts.find(contract, reviewer).orElseThrow(HandledConcerns::unknown))
                .addObject("id", id)
                .addObject("concern", concern.orElse(null))
                .addObject("question", question)
                .addObject("problems", problems);
    }
}
