package org.contractethics.concern.internal.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The questions of reviewers, sealed, with what became of each. */
@Repository
class QuestionRows {

    private static final String SELECT =
            """
            select q.concern, q.number, q.asker, q.asked_on, q.text, r.ruled_on, r.passed_on, r.reason, r.asked,
                   a.answered_on, a.text as answer, coalesce(a.may_show, false) as may_show, s.text as released,
                   exists (select 1 from concern.untold u where u.concern = q.concern and u.number = :appeal - q.number) as untold
            from concern.question q
            left join concern.question_ruling r using (concern, number)
            left join concern.question_answer a using (concern, number)
            left join concern.question_release s using (concern, number)
            """;

    private final JdbcClient jdbc;

    QuestionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param passedOn null until somebody who handles the concern decided about it
     * @param asked what the filer reads, where it was worded for them; else null
     * @param mayShow whether the filer agrees that reviewers know something of the answer
     * @param released what they may know of it; null while nothing is released
     * @param untold whether its answer is of a day that is not over
     */
    @SuppressWarnings("ArrayRecordComponent") // sealed bytes on their way from the database, never compared
    record Row(
            ConcernId concern,
            int number,
            String asker,
            LocalDate askedOn,
            byte[] text,
            @Nullable LocalDate ruledOn,
            @Nullable Boolean passedOn,
            byte @Nullable [] reason,
            byte @Nullable [] asked,
            @Nullable LocalDate answeredOn,
            byte @Nullable [] answer,
            boolean mayShow,
            byte @Nullable [] released,
            boolean untold) {

        boolean isPassedOn() {
            return Boolean.TRUE.equals(passedOn);
        }
    }

    /** Under which name a field is sealed, so that no text can be put in place of another. */
    static String field(int number, String name) {
        return "question/" + number + "/" + name;
    }

    List<Row> all(ConcernId concern) {
        return of(List.of(concern));
    }

    /** Of all these concerns in one statement, each in the order asked. */
    List<Row> of(Collection<ConcernId> concerns) {
        return jdbc.sql(SELECT + "where q.concern = any(:concerns) order by q.concern, q.number")
                .param("concerns", concerns.stream().map(ConcernId::value).toArray(UUID[]::new))
                .param("appeal", HandledConcerns.APPEAL)
                .query(QuestionRows::row)
                .list();
    }

    Optional<Row> find(ConcernId concern, int number) {
        return jdbc.sql(SELECT + "where q.concern = :concern and q.number = :number")
                .param("concern", concern.value())
                .param("number", number)
                .param("appeal", HandledConcerns.APPEAL)
                .query(QuestionRows::row)
                .optional();
    }

    /** Nobody else may add one meanwhile: the concern is locked. */
    int next(ConcernId concern) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from concern.question where concern = :concern")
                .param("concern", concern.value())
                .query(Integer.class)
                .single();
    }

    void add(ConcernId concern, int number, String asker, LocalDate today, byte[] text) {
        jdbc.sql(
                        """
                insert into concern.question (concern, number, asker, asked_on, text)
                values (:concern, :number, :asker, :today, :text)""")
                .param("concern", concern.value())
                .param("number", number)
                .param("asker", asker)
                .param("today", today)
                .param("text", text)
                .update();
    }

    /** @param asked as the filer reads it; null where that is the question itself */
    void passOn(ConcernId concern, int number, String officer, LocalDate today, byte @Nullable [] asked) {
        rule(concern, number, officer, today, null, asked);
    }

    void turnBack(ConcernId concern, int number, String officer, LocalDate today, byte[] reason) {
        rule(concern, number, officer, today, reason, null);
    }

    private void rule(
            ConcernId concern,
            int number,
            String officer,
            LocalDate today,
            byte @Nullable [] reason,
            byte @Nullable [] asked) {
        jdbc.sql(
                        """
                insert into concern.question_ruling (concern, number, officer, ruled_on, passed_on, reason, asked)
                values (:concern, :number, :officer, :today, :passed, :reason, :asked)""")
                .param("concern", concern.value())
                .param("number", number)
                .param("officer", officer)
                .param("today", today)
                .param("passed", reason == null)
                .param("reason", reason, Types.BINARY)
                .param("asked", asked, Types.BINARY)
                .update();
    }

    /** @param mayShow whether reviewers may know something of it; null where they read it as it is */
    void answer(ConcernId concern, int number, LocalDate today, byte[] text, @Nullable Boolean mayShow) {
        jdbc.sql(
                        """
                insert into concern.question_answer (concern, number, answered_on, text, may_show)
                values (:concern, :number, :today, :text, :show)""")
                .param("concern", concern.value())
                .param("number", number)
                .param("today", today)
                .param("text", text)
                .param("show", mayShow, Types.BOOLEAN)
                .update();
    }

    void release(ConcernId concern, int number, String officer, LocalDate today, byte[] text) {
        jdbc.sql(
                        """
                insert into concern.question_release (concern, number, officer, released_on, text)
                values (:concern, :number, :officer, :today, :text)""")
                .param("concern", concern.value())
                .param("number", number)
                .param("officer", officer)
                .param("today", today)
                .param("text", text)
                .update();
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        return new Row(
                new ConcernId(row.getObject("concern", UUID.class)),
                row.getInt("number"),
                row.getString("asker"),
                row.getObject("asked_on", LocalDate.class),
                row.getBytes("text"),
                row.getObject("ruled_on", LocalDate.class),
                row.getObject("passed_on", Boolean.class),
                row.getBytes("reason"),
                row.getBytes("asked"),
                row.getObject("answered_on", LocalDate.class),
                row.getBytes("answer"),
                row.getBoolean("may_show"),
                row.getBytes("released"),
                row.getBoolean("untold"));
    }
}
