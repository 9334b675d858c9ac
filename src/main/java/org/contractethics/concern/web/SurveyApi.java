package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.concern.internal.survey.AnsweringSurvey;
import org.contractethics.concern.internal.survey.OpeningSurveys;
import org.contractethics.concern.internal.survey.ReadingSurveys;
import org.contractethics.concern.internal.survey.Survey;
import org.contractethics.concern.internal.survey.SurveyAnswer;
import org.contractethics.concern.internal.survey.SurveyQuestion;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Surveys of employees, for programs. */
@RestController
@RequestMapping("/api/surveys")
@Tag(
        name = "Surveys",
        description = "Who knows how to raise a concern, and who trusts what follows; answers are counted and not kept")
class SurveyApi {

    private final ReadingSurveys reading;
    private final OpeningSurveys opening;
    private final AnsweringSurvey answering;

    SurveyApi(ReadingSurveys reading, OpeningSurveys opening, AnsweringSurvey answering) {
        this.reading = reading;
        this.opening = opening;
        this.answering = answering;
    }

    /** @param tookPart whether the caller has answered the survey that is open */
    @Schema(name = "Surveys")
    record SurveysAnswer(boolean tookPart, List<SurveyLine> surveys) {}

    /**
     * @param closedOn null while it is open
     * @param participants null while it is open, and where fewer than ten took part
     */
    @Schema(name = "Survey")
    record SurveyLine(
            int number,
            LocalDate openedOn,
            LocalDate closesOn,
            @Nullable LocalDate closedOn,
            @Nullable Integer participants,
            List<QuestionLine> questions) {}

    /** @param answers number of people by answer; empty where that would tell of a few, and while the survey is open */
    @Schema(name = "SurveyQuestion")
    record QuestionLine(String field, String statement, Map<SurveyAnswer, Integer> answers) {}

    /** @param closesOn last day, 5 to 60 days from now */
    @Schema(name = "SurveyRequest")
    record SurveyRequest(@Nullable String closesOn) {}

    /** Each one of {@code YES}, {@code PARTLY}, {@code NO}, {@code UNSAID}. */
    @Schema(name = "SurveyAnswersRequest")
    record AnswersRequest(
            @Nullable String knowsHow,
            @Nullable String knowsRegister,
            @Nullable String trustsProtection,
            @Nullable String trustsAnswer,
            @Nullable String trustsReview) {

        Map<String, String> typed() {
            Map<String, String> typed = new HashMap<>();
            typed.put(SurveyQuestion.KNOWS_HOW.field(), FormFields.orEmpty(knowsHow));
            typed.put(SurveyQuestion.KNOWS_REGISTER.field(), FormFields.orEmpty(knowsRegister));
            typed.put(SurveyQuestion.TRUSTS_PROTECTION.field(), FormFields.orEmpty(trustsProtection));
            typed.put(SurveyQuestion.TRUSTS_ANSWER.field(), FormFields.orEmpty(trustsAnswer));
            typed.put(SurveyQuestion.TRUSTS_REVIEW.field(), FormFields.orEmpty(trustsReview));
            return typed;
        }
    }

    @GetMapping
    @Operation(summary = "The surveys, the newest first, and what was answered to those that are closed")
    SurveysAnswer surveys(Actor viewer) {
        ReadingSurveys.Surveys surveys = reading.of(viewer);
        List<SurveyLine> lines = new ArrayList<>();
        Survey open = surveys.open();
        if (open != null) {
            lines.add(line(
                    open,
                    List.of(SurveyQuestion.values()).stream()
                            .map(question -> new QuestionLine(question.field(), question.statement(), Map.of()))
                            .toList()));
        }
        surveys.closed()
                .forEach(result -> lines.add(line(
                        result.survey(),
                        result.lines().stream()
                                .map(line -> new QuestionLine(
                                        line.question().field(), line.question().statement(), line.answers()))
                                .toList())));
        return new SurveysAnswer(surveys.tookPart(), lines);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Open a survey",
            description = "By the ombuds, one at a time and 90 days after the last one at the earliest.")
    SurveysAnswer open(@RequestBody SurveyRequest request, Actor actor) {
        opening.open(FormFields.orEmpty(request.closesOn()), actor);
        return surveys(actor);
    }

    @PostMapping("/{number}/answers")
    @Operation(
            summary = "Answer the open survey",
            description = "By every employee, once. The answers are added to numbers and not kept.")
    SurveysAnswer answer(@PathVariable int number, @RequestBody AnswersRequest request, Actor actor) {
        answering.answer(number, request.typed(), actor);
        return surveys(actor);
    }

    private static SurveyLine line(Survey survey, List<QuestionLine> questions) {
        return new SurveyLine(
                survey.number(),
                survey.openedOn(),
                survey.closesOn(),
                survey.closedOn(),
                survey.participants(),
                questions);
    }
}
