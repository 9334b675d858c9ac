package org.contractethics.concern.internal.survey;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.contractethics.shared.RecurringWork;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Closes a survey whose last day is over: puts into the record what may be told, and destroys who took part and all other numbers. */
@Component
class ClosingSurveys implements RecurringWork {

    private final SurveyStore surveys;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClosingSurveys(
            SurveyStore surveys, TransactionTemplate transaction, ApplicationEventPublisher events, Clock clock) {
        this.surveys = surveys;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        transaction.executeWithoutResult(
                status -> surveys.over(OpeningSurveys.today(now)).ifPresent(survey -> close(survey, now)));
    }

    private void close(Survey survey, Instant now) {
        Map<SurveyQuestion, Map<SurveyAnswer, Integer>> counts = surveys.counts(survey.number());
        Map<SurveyQuestion, Map<SurveyAnswer, Integer>> told = new EnumMap<>(SurveyQuestion.class);
        counts.forEach((question, answers) -> told.put(question, ToldAnswers.of(answers)));
        Integer participants = participants(counts);
        surveys.close(survey, OpeningSurveys.today(now), participants, told);
        events.publishEvent(SurveyFact.closed(survey, participants, told, now));
    }

    /** Everybody answers every question. Null where so few took part that their number is not told. */
    private static @Nullable Integer participants(Map<SurveyQuestion, Map<SurveyAnswer, Integer>> counts) {
        int all = counts.getOrDefault(SurveyQuestion.KNOWS_HOW, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return all < Survey.FEWEST ? null : all;
    }
}
