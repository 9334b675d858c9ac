package org.contractethics.review.internal.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.question.StageQuestion.Closed;
import org.contractethics.review.internal.question.StageQuestion.How;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All questions of stages; closed once, never changed. */
@Repository
public class StageQuestions {

    private static final String SELECT =
            """
            select id, review_id, stage, pass, asked_by, asked_at, question, closed_by, closed_at, closed_as, answer
            from review.question
            """;

    private final JdbcClient jdbc;

    StageQuestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(StageQuestion question) {
        jdbc.sql(
                        """
                        insert into review.question (id, review_id, stage, pass, asked_by, asked_at, question)
                        values (:id, :review, :stage, :pass, :by, :at, :question)
                        """)
                .param("id", question.id())
                .param("review", question.review().value())
                .param("stage", question.stage().name())
                .param("pass", question.pass())
                .param("by", question.askedBy())
                .param("at", Timestamp.from(question.askedAt()))
                .param("question", question.text())
                .update();
    }

    /** Closes it; false where somebody closed it before. */
    boolean close(UUID id, Closed closed) {
        return jdbc.sql(
                                """
                                update review.question
                                set closed_by = :by, closed_at = :at, closed_as = :how, answer = :answer
                                where id = :id and closed_at is null
                                """)
                        .param("id", id)
                        .param("by", closed.by())
                        .param("at", Timestamp.from(closed.at()))
                        .param("how", closed.how().name())
                        .param("answer", closed.answer())
                        .update()
                == 1;
    }

    Optional<StageQuestion> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(StageQuestions::map)
                .optional();
    }

    /** The open question of a review; there is never more than one. */
    public Optional<StageQuestion> open(ReviewId review) {
        return jdbc.sql(SELECT + "where review_id = :review and closed_at is null")
                .param("review", review.value())
                .query(StageQuestions::map)
                .optional();
    }

    /** Of a review, the newest first. */
    List<StageQuestion> of(ReviewId review) {
        return jdbc.sql(SELECT + "where review_id = :review order by asked_at desc, id")
                .param("review", review.value())
                .query(StageQuestions::map)
                .list();
    }

    private static StageQuestion map(ResultSet row, int number) throws SQLException {
        return new StageQuestion(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new ReviewId(row.getObject("review_id", UUID.class)),
                Stage.valueOf(row.getString("stage")),
                row.getInt("pass"),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("question"),
                closed(row));
    }

    private static @Nullable Closed closed(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("closed_at");
        if (at == null) {
            return null;
        }
        Instant closedAt = at.toInstant();
        return new Closed(
                row.getString("closed_by"), closedAt, How.valueOf(row.getString("closed_as")), row.getString("answer"));
    }
}
