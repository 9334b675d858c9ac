package org.contractethics.review.web;

import java.util.Arrays;
import java.util.List;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.StageWork;
import org.contractethics.review.internal.UndeclaredInterests;
import org.contractethics.review.internal.question.AskingQuestions;
import org.contractethics.review.internal.question.QuestionDocuments;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Putting a question to the account owner from an open stage, which asks for the declaration of interests like the stage itself. */
@Controller
@RequestMapping("/reviews/{reviewId}/questions/{taskKey}")
class AskingPages {

    private final AskingQuestions asking;
    private final StageWork work;
    private final ReviewCases reviews;
    private final QuestionDocuments documents;
    private final DeclarationForm declarations;

    AskingPages(
            AskingQuestions asking,
            StageWork work,
            ReviewCases reviews,
            QuestionDocuments documents,
            DeclarationForm declarations) {
        this.asking = asking;
        this.work = work;
        this.reviews = reviews;
        this.documents = documents;
        this.declarations = declarations;
    }

    @GetMapping
    ModelAndView form(@PathVariable ReviewId reviewId, @PathVariable String taskKey, Model model, Actor actor) {
        Stage stage = stage(taskKey);
        try {
            return form(reviewId, stage, DeclarationForm.typedBefore(model), List.of(), actor);
        } catch (UndeclaredInterests undeclared) {
            return new ModelAndView("redirect:" + Onward.questionFrom(stage).declaration(reviewId));
        }
    }

    @PostMapping
    ModelAndView ask(
            @PathVariable ReviewId reviewId,
            @PathVariable String taskKey,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        Stage stage = stage(taskKey);
        FormValues typed = new FormValues(sent);
        String question = typed.text("question");
        List<String> named = typed.list("documents");
        try {
            List<FormProblem> problems = asking.problems(reviews.get(reviewId), question, named, actor);
            if (!problems.isEmpty()) {
                return form(reviewId, stage, typed, problems, actor);
            }
            asking.ask(reviewId, stage, question, named, actor);
        } catch (UndeclaredInterests undeclared) {
            return declarations.instead(reviews.get(reviewId), Onward.questionFrom(stage), typed);
        }
        next.addFlashAttribute(
                "message", "The question is sent. The clock of this stage stands still until the answer.");
        return new ModelAndView("redirect:/contracts/" + reviews.get(reviewId).contract());
    }

    private ModelAndView form(ReviewId id, Stage stage, FormValues typed, List<FormProblem> problems, Actor actor) {
        StageWork.Open open = work.look(id, stage, actor);
        ModelAndView page = new ModelAndView("review/question-ask");
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("review", open.review());
        page.addObject("contract", open.contract());
        page.addObject("stage", open.task().stage());
        page.addObject("question", typed.text("question"));
        page.addObject("named", typed.list("documents"));
        page.addObject("choices", documents.choices(open.contract().id(), actor));
        page.addObject("problems", problems);
        return page;
    }

    private static Stage stage(String taskKey) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.taskKey().equals(taskKey))
                .filter(stage -> !stage.shared() && stage != Stage.CLARIFICATION)
                .findFirst()
                .orElseThrow(() -> Refused.notFound("There is no such stage to ask from."));
    }
}
