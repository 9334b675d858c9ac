package org.contractethics.review.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The questions with which a review went back to the account owner, one for each pass. */
@Repository
public class Clarifications {

    private final JdbcClient jdbc;

    Clarifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ask(ReviewId review, int pass, String question, String askedBy, Instant at) {
        jdbc.sql(
                        """
                        insert into review.clarification (id, review_id, pass, asked_by, asked_at, question)
                        values (:id, :review, :pass, :by, :at, :question)
                        """)
                .param("id", UUID.randomUUID())
                .param("review", review.value())
                .param("pass", pass)
                .param("by", askedBy)
                .param("at", Rows.at(at))
                .param("question", question)
                .update();
    }

    /** What was asked before this pass; empty in the first one. */
    public Optional<String> question(ReviewId review, int pass) {
        return jdbc.sql("select question from review.clarification where review_id = :review and pass = :pass")
                .param("review", review.value())
                .param("pass", pass)
                .query(String.class)
                .optional();
    }
}
