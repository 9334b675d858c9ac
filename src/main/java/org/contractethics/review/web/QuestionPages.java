package org.contractethics.review.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.StageWork;
import org.contractethics.review.internal.UndeclaredInterests;
import org.contractethics.review.internal.question.AskingQuestions;
import org.contractethics.review.internal.question.ClosingQuestions;
import org.contractethics.review.internal.question.QuestionsSeen;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Putting a question to the account owner from an open stage, answering it, and withdrawing it. */
@Controller
class QuestionPages {

    private final QuestionsSeen seen;
    private final AskingQuestions asking;
    private final ClosingQuestions closing;
    private final StageWork work;
    private final ReviewCases reviews;
    private final ContractRegister contracts;

    QuestionPages(
            QuestionsSeen seen,
            AskingQuestions asking,
            ClosingQuestions closing,
            StageWork work,
            ReviewCases reviews,
            ContractRegister contracts) {
        this.seen = seen;
        this.asking = asking;
        this.closing = closing;
        this.work = work;
        this.reviews = reviews;
        this.contracts = contracts;
    }

    @GetMapping("/reviews/{reviewId}/questions/{taskKey}")
    ModelAndView form(@PathVariable ReviewId reviewId, @PathVariable String taskKey, Actor actor) {
        return form(reviewId, stage(taskKey), "", List.of(), actor);
    }

    @PostMapping("/reviews/{reviewId}/questions/{taskKey}")
    ModelAndView ask(
            @PathVariable ReviewId reviewId,
            @PathVariable String taskKey,
            @RequestParam(defaultValue = "") String question,
            Actor actor,
            RedirectAttributes next) {
        List<FormProblem> problems = asking.problems(question);
        if (!problems.isEmpty()) {
            return form(reviewId, stage(taskKey), question, problems, actor);
        }
        try {
            asking.ask(reviewId, stage(taskKey), question, actor);
        } catch (UndeclaredInterests undeclared) {
            return form(work.past(reviewId, stage(taskKey), actor), question, undeclared.problems());
        }
        next.addFlashAttribute(
                "message", "The question is sent. The clock of this stage stands still until the answer.");
        return toContract(reviews.get(reviewId));
    }

    @GetMapping("/questions/{questionId}")
    ModelAndView page(@PathVariable UUID questionId, Actor viewer) {
        return page(questionId, "", List.of(), viewer);
    }

    @PostMapping("/questions/{questionId}/answer")
    ModelAndView answer(
            @PathVariable UUID questionId,
            @RequestParam(defaultValue = "") String answer,
            Actor actor,
            RedirectAttributes next) {
        List<FormProblem> problems = closing.problems(answer);
        if (!problems.isEmpty()) {
            return page(questionId, answer, problems, actor);
        }
        closing.answer(questionId, answer, actor);
        next.addFlashAttribute("message", "The answer is sent. The clock of the review runs again.");
        return new ModelAndView("redirect:/questions/" + questionId);
    }

    @PostMapping("/questions/{questionId}/withdraw")
    ModelAndView withdraw(@PathVariable UUID questionId, Actor actor, RedirectAttributes next) {
        closing.withdraw(questionId, actor);
        next.addFlashAttribute("message", "The question is withdrawn. The clock of the stage runs again.");
        return new ModelAndView("redirect:/questions/" + questionId);
    }

    private ModelAndView form(ReviewId id, Stage stage, String question, List<FormProblem> problems, Actor actor) {
        return form(work.look(id, stage, actor), question, problems);
    }

    private static ModelAndView form(StageWork.Open open, String question, List<FormProblem> problems) {
        ModelAndView page = new ModelAndView("review/question-ask");
        page.setStatus(status(problems));
        page.addObject("review", open.review());
        page.addObject("contract", open.contract());
        page.addObject("stage", open.task().stage());
        page.addObject("question", question);
        page.addObject("problems", problems);
        return page;
    }

    private ModelAndView page(UUID id, String answer, List<FormProblem> problems, Actor viewer) {
        QuestionsSeen.Seen one = seen.get(id, viewer);
        ReviewCase review = reviews.get(one.question().review());
        ModelAndView page = new ModelAndView("review/question");
        page.setStatus(status(problems));
        page.addObject("seen", one);
        page.addObject("contract", contracts.get(review.contract()));
        page.addObject("answer", answer);
        page.addObject("problems", problems);
        return page;
    }

    private static ModelAndView toContract(ReviewCase review) {
        return new ModelAndView("redirect:/contracts/" + review.contract());
    }

    private static HttpStatus status(List<FormProblem> problems) {
        return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static Stage stage(String taskKey) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.taskKey().equals(taskKey))
                .filter(stage -> !stage.shared() && stage != Stage.CLARIFICATION)
                .findFirst()
                .orElseThrow(() -> Refused.notFound("There is no such stage to ask from."));
    }
}
