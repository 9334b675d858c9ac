package org.contractethics.concern.internal.survey;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** What the record learns of a survey: that it opened, and what may be told of its answers when it has closed. */
record SurveyFact(String kind, String actor, Instant occurredAt, Map<String, Object> facts) implements RecordedEvent {

    static SurveyFact opened(Survey survey, Instant now) {
        return new SurveyFact(
                "survey-opened",
                survey.openedBy(),
                now,
                Map.of("survey", survey.number(), "closesOn", survey.closesOn().toString()));
    }

    static SurveyFact closed(
            Survey survey,
            @Nullable Integer participants,
            Map<SurveyQuestion, Map<SurveyAnswer, Integer>> told,
            Instant now) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("survey", survey.number());
        if (participants != null) {
            facts.put("participants", participants);
        }
        told.forEach(
                (question, answers) -> answers.forEach((answer, number) -> facts.put(name(question, answer), number)));
        return new SurveyFact("survey-closed", Actor.SYSTEM.username(), now, facts);
    }

    /** For example {@code knowsHowPartly}. */
    private static String name(SurveyQuestion question, SurveyAnswer answer) {
        String code = answer.name();
        return question.field() + code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT);
    }

    @Override
    public @Nullable ContractId contract() {
        return null;
    }
}
