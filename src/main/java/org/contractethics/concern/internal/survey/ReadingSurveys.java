package org.contractethics.concern.internal.survey;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The surveys as employees read them: the open one, and what was answered to those that are closed. */
@Service
public class ReadingSurveys {

    private final SurveyStore surveys;
    private final Clock clock;

    ReadingSurveys(SurveyStore surveys, Clock clock) {
        this.surveys = surveys;
        this.clock = clock;
    }

    /**
     * The surveys for one reader.
     *
     * @param open null where none is
     * @param over whether the last day of the open one is over, so that it is about to be closed
     * @param tookPart whether the reader has answered the open one
     * @param mayAnswer whether the reader can answer it now
     * @param closed the newest first
     */
    public record Surveys(
            @Nullable Survey open, boolean over, boolean tookPart, boolean mayAnswer, List<Result> closed) {}

    /** @param lines one for each question; none where too few took part */
    public record Result(Survey survey, List<Line> lines) {}

    /** @param answers number of people by answer, as far as it may be told; empty where nothing may */
    public record Line(SurveyQuestion question, Map<SurveyAnswer, Integer> answers) {

        /** As shown in a table; a dash where the number is not told. */
        public String told(SurveyAnswer answer) {
            Integer number = answers.get(answer);
            return number == null ? "–" : number.toString();
        }
    }

    @Transactional(readOnly = true)
    public Surveys of(Actor viewer) {
        List<Survey> all = surveys.all();
        Optional<Survey> open = all.stream().filter(Survey::open).findFirst();
        boolean tookPart = open.filter(survey -> surveys.tookPart(survey.number(), viewer.username()))
                .isPresent();
        boolean over = open.filter(
                        survey -> OpeningSurveys.today(clock.instant()).isAfter(survey.closesOn()))
                .isPresent();
        return new Surveys(
                open.orElse(null),
                over,
                tookPart,
                open.isPresent() && !over && !tookPart && viewer.has(Role.EMPLOYEE),
                all.stream().filter(survey -> !survey.open()).map(this::result).toList());
    }

    private Result result(Survey survey) {
        if (survey.participants() == null) {
            return new Result(survey, List.of());
        }
        Map<SurveyQuestion, Map<SurveyAnswer, Integer>> told = surveys.told(survey.number());
        return new Result(
                survey,
                Arrays.stream(SurveyQuestion.values())
                        .map(question -> new Line(question, told.getOrDefault(question, Map.of())))
                        .toList());
    }
}
