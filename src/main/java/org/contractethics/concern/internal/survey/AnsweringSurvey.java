package org.contractethics.concern.internal.survey;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every employee answers an open survey once. Their answers are added to the numbers, and only that they took part is kept until it closes. */
@Service
public class AnsweringSurvey {

    private final SurveyStore surveys;
    private final Clock clock;

    AnsweringSurvey(SurveyStore surveys, Clock clock) {
        this.surveys = surveys;
        this.clock = clock;
    }

    /** @param typed code of an answer by the field of each question */
    public List<FormProblem> problems(Map<String, String> typed) {
        List<FormProblem> problems = new ArrayList<>();
        for (SurveyQuestion question : SurveyQuestion.values()) {
            if (answer(typed, question).isEmpty()) {
                problems.add(new FormProblem(
                        question.field(),
                        "Choose an answer to: " + question.statement()
                                + " That you cannot or do not want to say is an answer, too."));
            }
        }
        return problems;
    }

    /** Refuses whoever cannot answer this survey now, whatever they would answer. */
    @Transactional(readOnly = true)
    public void demandOpen(int number, Actor actor) {
        demand(surveys.open(), number);
        if (surveys.tookPart(number, actor.username())) {
            throw taken();
        }
    }

    private Survey demand(Optional<Survey> open, int number) {
        return open.filter(survey -> survey.number() == number)
                .filter(survey -> !OpeningSurveys.today(clock.instant()).isAfter(survey.closesOn()))
                .orElseThrow(() -> Refused.conflict("This survey is not open."));
    }

    private static Refused taken() {
        return Refused.conflict("You have taken part in this survey already.");
    }

    @Transactional
    public void answer(int number, Map<String, String> typed, Actor actor) {
        if (!actor.has(Role.EMPLOYEE)) {
            throw Refused.notAllowed("The survey is answered by employees.");
        }
        Survey survey = demand(surveys.openForAnswer(), number);
        List<FormProblem> problems = problems(typed);
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        Map<SurveyQuestion, SurveyAnswer> answers = new EnumMap<>(SurveyQuestion.class);
        for (SurveyQuestion question : SurveyQuestion.values()) {
            answers.put(question, answer(typed, question).orElseThrow());
        }
        if (!surveys.takesPart(survey.number(), actor.username())) {
            throw taken();
        }
        answers.forEach((question, answer) -> surveys.count(survey.number(), question, answer));
    }

    private static Optional<SurveyAnswer> answer(Map<String, String> typed, SurveyQuestion question) {
        String code = typed.getOrDefault(question.field(), "");
        return SurveyAnswer.given().stream()
                .filter(answer -> answer.name().equals(code))
                .findFirst();
    }
}
