package org.contractethics.concern.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.concern.internal.survey.AnsweringSurvey;
import org.contractethics.concern.internal.survey.OpeningSurveys;
import org.contractethics.concern.internal.survey.ReadingSurveys;
import org.contractethics.concern.internal.survey.SurveyAnswer;
import org.contractethics.concern.internal.survey.SurveyQuestion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The survey that is open, and what was answered to the earlier ones. */
@Controller
class SurveyPages {

    private final ReadingSurveys reading;
    private final OpeningSurveys opening;
    private final AnsweringSurvey answering;

    SurveyPages(ReadingSurveys reading, OpeningSurveys opening, AnsweringSurvey answering) {
        this.reading = reading;
        this.opening = opening;
        this.answering = answering;
    }

    @GetMapping("/concerns/survey")
    ModelAndView page(Actor viewer) {
        return page(viewer, Map.of(), "", List.of());
    }

    @PostMapping("/concerns/survey")
    ModelAndView open(@RequestParam(defaultValue = "") String closesOn, Actor actor, RedirectAttributes redirect) {
        opening.demandPossible();
        List<FormProblem> problems = opening.problems(closesOn);
        if (!problems.isEmpty()) {
            return page(actor, Map.of(), closesOn, problems);
        }
        opening.open(closesOn, actor);
        redirect.addFlashAttribute("message", "The survey is open. Every employee is told; this is recorded.");
        return new ModelAndView("redirect:/concerns/survey");
    }

    @PostMapping("/concerns/survey/answers")
    ModelAndView answer(
            @RequestParam(defaultValue = "0") int survey,
            @RequestParam Map<String, String> typed,
            Actor actor,
            RedirectAttributes redirect) {
        answering.demandOpen(survey, actor);
        List<FormProblem> problems = answering.problems(typed);
        if (!problems.isEmpty()) {
            return page(actor, typed, "", problems);
        }
        answering.answer(survey, typed, actor);
        redirect.addFlashAttribute("message", "Thank you. Your answers are counted.");
        return new ModelAndView("redirect:/concerns/survey");
    }

    private ModelAndView page(Actor viewer, Map<String, String> typed, String closesOn, List<FormProblem> problems) {
        ReadingSurveys.Surveys surveys = reading.of(viewer);
        ModelAndView page = new ModelAndView("concern/survey")
                .addObject("surveys", surveys)
                .addObject("questions", questions(typed))
                .addObject("answers", answers())
                .addObject("told", SurveyAnswer.values())
                .addObject("mayOpen", surveys.open() == null && viewer.has(Role.OMBUDS))
                .addObject("closesOn", closesOn)
                .addObject("problems", problems);
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** @param chosen code of the answer; empty where none is chosen */
    record Asked(String field, String statement, String chosen) {}

    private static List<Asked> questions(Map<String, String> typed) {
        return List.of(SurveyQuestion.values()).stream()
                .map(question ->
                        new Asked(question.field(), question.statement(), typed.getOrDefault(question.field(), "")))
                .toList();
    }

    private static Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        SurveyAnswer.given().forEach(answer -> answers.put(answer.name(), answer.label()));
        return answers;
    }
}
