package org.contractethics.concern.internal.survey;

import java.util.EnumMap;
import java.util.Map;

/** Which numbers of a survey may be told so that nobody is singled out. */
final class ToldAnswers {

    private ToldAnswers() {}

    /**
     * The answers to one question as they are told: each by itself where none was given by 1 to 4 people, else yes and anything
     * but yes, else nothing. The numbers that are told always add up to all who took part.
     *
     * @param given how often each answer was given
     */
    static Map<SurveyAnswer, Integer> of(Map<SurveyAnswer, Integer> given) {
        int all = given.values().stream().mapToInt(Integer::intValue).sum();
        if (all < Survey.FEWEST) {
            return Map.of();
        }
        Map<SurveyAnswer, Integer> each = new EnumMap<>(SurveyAnswer.class);
        SurveyAnswer.given().forEach(answer -> each.put(answer, given.getOrDefault(answer, 0)));
        int yes = given.getOrDefault(SurveyAnswer.YES, 0);
        Map<SurveyAnswer, Integer> halves = Map.of(SurveyAnswer.YES, yes, SurveyAnswer.OTHER, all - yes);
        return tells(each) ? each : tells(halves) ? halves : Map.of();
    }

    private static boolean tells(Map<SurveyAnswer, Integer> numbers) {
        return numbers.values().stream().allMatch(number -> number == 0 || number >= Survey.LEAST_TOLD);
    }
}
