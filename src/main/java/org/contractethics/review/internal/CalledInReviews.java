package org.contractethics.review.internal;

import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which reviews were called in, by whom and why; rows are only ever added. */
@Repository
public class CalledInReviews {

    private final JdbcClient jdbc;

    CalledInReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty of a review that was submitted. */
    public Optional<CalledIn> find(ReviewId review) {
        return jdbc.sql("select called_by, reasons, called_at from review.called_in where review_id = :review")
                .param("review", review.value())
                .query((row, number) -> new CalledIn(
                        review,
                        row.getString("called_by"),
                        row.getString("reasons"),
                        row.getObject("called_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void add(CalledIn call) {
        jdbc.sql(
                        """
                        insert into review.called_in (review_id, called_by, reasons, called_at)
                        values (:review, :by, :reasons, :at)
                        """)
                .param("review", call.review().value())
                .param("by", call.calledBy())
                .param("reasons", call.reasons())
                .param("at", Timestamp.from(call.calledAt()))
                .update();
    }
}
