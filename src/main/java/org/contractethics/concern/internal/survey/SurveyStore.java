package org.contractethics.concern.internal.survey;

import java.sql.Types;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Surveys; who has taken part in the open one, beside how often each answer was given, and not joined to it; what was told of closed ones. */
@Repository
class SurveyStore {

    private static final String SELECT =
            "select number, opened_on, opened_by, closes_on, closed_on, participants from concern.survey ";

    private final JdbcClient jdbc;

    SurveyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<Survey> all() {
        return jdbc.sql(SELECT + "order by number desc").query(Survey.class).list();
    }

    Optional<Survey> last() {
        return jdbc.sql(SELECT + "order by number desc limit 1")
                .query(Survey.class)
                .optional();
    }

    Optional<Survey> open() {
        return jdbc.sql(SELECT + "where closed_on is null").query(Survey.class).optional();
    }

    /** The open one, which neither closes nor takes another answer before the transaction ends. */
    Optional<Survey> openForAnswer() {
        return jdbc.sql(SELECT + "where closed_on is null for update")
                .query(Survey.class)
                .optional();
    }

    /** The open one if its last day is over, and nobody answers until the transaction ends. */
    Optional<Survey> over(LocalDate today) {
        return jdbc.sql(SELECT + "where closed_on is null and closes_on < :today for update")
                .param("today", today)
                .query(Survey.class)
                .optional();
    }

    /** Adds it with every number at 0; false where another one is open or came first. */
    boolean add(Survey survey) {
        int added = jdbc.sql(
                        """
                        insert into concern.survey (number, opened_on, opened_by, closes_on)
                        values (:number, :on, :by, :closes) on conflict do nothing""")
                .param("number", survey.number())
                .param("on", survey.openedOn())
                .param("by", survey.openedBy())
                .param("closes", survey.closesOn())
                .update();
        if (added == 1) {
            jdbc.sql(
                            """
                            insert into concern.survey_count (survey, question, answer, number)
                            select :survey, question, answer, 0 from unnest(:questions) question, unnest(:answers) answer""")
                    .param("survey", survey.number())
                    .param("questions", names(List.of(SurveyQuestion.values())))
                    .param("answers", names(SurveyAnswer.given()))
                    .update();
        }
        return added == 1;
    }

    private static String[] names(List<? extends Enum<?>> codes) {
        return codes.stream().map(Enum::name).toArray(String[]::new);
    }

    boolean tookPart(int survey, String username) {
        return jdbc.sql(
                        "select exists (select from concern.survey_participant where survey = :survey and username = :username)")
                .param("survey", survey)
                .param("username", username)
                .query(Boolean.class)
                .single();
    }

    /** False where this person has taken part before. */
    boolean takesPart(int survey, String username) {
        return jdbc.sql(
                                "insert into concern.survey_participant (survey, username) values (:survey, :username) on conflict do nothing")
                        .param("survey", survey)
                        .param("username", username)
                        .update()
                == 1;
    }

    /** Writes every number of the question, so that the rows do not tell which of them moved with whom. */
    void count(int survey, SurveyQuestion question, SurveyAnswer answer) {
        jdbc.sql(
                        """
                        update concern.survey_count set number = number + (answer = :answer)::int
                        where survey = :survey and question = :question""")
                .param("survey", survey)
                .param("question", question.name())
                .param("answer", answer.name())
                .update();
    }

    Map<SurveyQuestion, Map<SurveyAnswer, Integer>> counts(int survey) {
        return numbers("select question, answer, number from concern.survey_count where survey = :survey", survey);
    }

    Map<SurveyQuestion, Map<SurveyAnswer, Integer>> told(int survey) {
        return numbers("select question, answer, number from concern.survey_result where survey = :survey", survey);
    }

    private Map<SurveyQuestion, Map<SurveyAnswer, Integer>> numbers(String sql, int survey) {
        Map<SurveyQuestion, Map<SurveyAnswer, Integer>> numbers = new EnumMap<>(SurveyQuestion.class);
        jdbc.sql(sql).param("survey", survey).query(row -> {
            numbers.computeIfAbsent(
                            SurveyQuestion.valueOf(row.getString("question")),
                            question -> new EnumMap<>(SurveyAnswer.class))
                    .put(SurveyAnswer.valueOf(row.getString("answer")), row.getInt("number"));
        });
        return numbers;
    }

    /** Closes it and destroys who took part and what was answered; what may be told stays. */
    void close(
            Survey survey,
            LocalDate on,
            @Nullable Integer participants,
            Map<SurveyQuestion, Map<SurveyAnswer, Integer>> told) {
        jdbc.sql("update concern.survey set closed_on = :on, participants = :participants where number = :number")
                .param("on", on)
                .param("participants", participants, Types.INTEGER)
                .param("number", survey.number())
                .update();
        told.forEach((question, answers) -> answers.forEach((answer, number) -> jdbc.sql(
                        "insert into concern.survey_result (survey, question, answer, number) values (:survey, :question, :answer, :number)")
                .param("survey", survey.number())
                .param("question", question.name())
                .param("answer", answer.name())
                .param("number", number)
                .update()));
        for (String table : List.of("survey_participant", "survey_count")) {
            jdbc.sql("delete from concern." + table + " where survey = :survey")
                    .param("survey", survey.number())
                    .update();
        }
    }
}
