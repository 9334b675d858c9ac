package org.contractethics.review.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.contract.ContractRegister;
import org.contractethics.document.AddingDocuments.SentDocument;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.question.AnsweringQuestions;
import org.contractethics.review.internal.question.ClosingQuestions;
import org.contractethics.review.internal.question.QuestionDocuments;
import org.contractethics.review.internal.question.QuestionDocuments.Side;
import org.contractethics.review.internal.question.QuestionsSeen;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A question to the account owner: read, answered, withdrawn. */
@Controller
class QuestionPages {

    private final QuestionsSeen seen;
    private final AnsweringQuestions answering;
    private final ClosingQuestions closing;
    private final QuestionDocuments documents;
    private final ReviewCases reviews;
    private final ContractRegister contracts;

    QuestionPages(
            QuestionsSeen seen,
            AnsweringQuestions answering,
            ClosingQuestions closing,
            QuestionDocuments documents,
            ReviewCases reviews,
            ContractRegister contracts) {
        this.seen = seen;
        this.answering = answering;
        this.closing = closing;
        this.documents = documents;
        this.reviews = reviews;
        this.contracts = contracts;
    }

    @GetMapping("/questions/{questionId}")
    ModelAndView page(@PathVariable UUID questionId, Actor viewer) {
        return page(questionId, FormValues.none(), List.of(), viewer);
    }

    @PostMapping("/questions/{questionId}/answer")
    ModelAndView answer(
            @PathVariable UUID questionId,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> chosen,
            Actor actor,
            RedirectAttributes next) {
        FormValues values = new FormValues(sent);
        String answer = values.text("answer");
        List<String> named = values.list("documents");
        List<SentDocument> files = SentFiles.documents(chosen);
        List<FormProblem> problems = answering.problems(questionId, answer, named, actor);
        if (!problems.isEmpty()) {
            return page(questionId, values, SentFiles.chooseAgain(problems, chosen), actor);
        }
        try {
            answering.answer(questionId, answer, named, files, actor);
        } catch (Refused refused) {
            if (refused.fields().isEmpty()) {
                throw refused;
            }
            return page(questionId, values, SentFiles.chooseAgain(refused.fields(), chosen), actor);
        }
        next.addFlashAttribute("message", "The answer is sent. The clock of the review runs again.");
        return new ModelAndView("redirect:/questions/" + questionId);
    }

    @PostMapping("/questions/{questionId}/withdraw")
    ModelAndView withdraw(@PathVariable UUID questionId, Actor actor, RedirectAttributes next) {
        closing.withdraw(questionId, actor);
        next.addFlashAttribute("message", "The question is withdrawn. The clock of the stage runs again.");
        return new ModelAndView("redirect:/questions/" + questionId);
    }

    private ModelAndView page(UUID id, FormValues typed, List<FormProblem> problems, Actor viewer) {
        QuestionsSeen.Seen one = seen.get(id, viewer);
        ReviewCase review = reviews.get(one.question().review());
        ModelAndView page = new ModelAndView("review/question");
        page.setStatus(status(problems));
        page.addObject("seen", one);
        page.addObject("contract", contracts.get(review.contract()));
        page.addObject("asked", documents.of(id, Side.QUESTION, review.contract(), viewer));
        page.addObject("answered", documents.of(id, Side.ANSWER, review.contract(), viewer));
        page.addObject("answer", typed.text("answer"));
        page.addObject("named", typed.list("documents"));
        page.addObject("choices", one.answers() ? documents.choices(review.contract(), viewer) : Map.of());
        page.addObject("problems", problems);
        return page;
    }

    private static HttpStatus status(List<FormProblem> problems) {
        return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
