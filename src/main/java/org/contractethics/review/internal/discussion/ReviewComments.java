package org.contractethics.review.internal.discussion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All comments; they are only ever added. */
@Repository
class ReviewComments {

    private final JdbcClient jdbc;

    ReviewComments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Comment comment, String sha256) {
        jdbc.sql(
                        """
                        insert into review.comment (id, review_id, author, said_at, text, sha256, mentions, urgent)
                        values (:id, :review, :author, :at, :text, :hash, :mentions, :urgent)
                        """)
                .param("id", comment.id())
                .param("review", comment.review().value())
                .param("author", comment.author())
                .param("at", Timestamp.from(comment.saidAt()))
                .param("text", comment.text())
                .param("hash", sha256)
                .param("mentions", comment.mentions().toArray(String[]::new))
                .param("urgent", comment.urgent())
                .update();
    }

    /** The comments of a review, the newest first. */
    List<Comment> of(ReviewId review, int limit, int offset) {
        return jdbc.sql(
                        """
                        select id, review_id, author, said_at, text, mentions, urgent from review.comment
                        where review_id = :review order by said_at desc, id limit :limit offset :offset
                        """)
                .param("review", review.value())
                .param("limit", limit)
                .param("offset", offset)
                .query(ReviewComments::map)
                .list();
    }

    int count(ReviewId review) {
        return jdbc.sql("select count(*) from review.comment where review_id = :review")
                .param("review", review.value())
                .query(Integer.class)
                .single();
    }

    private static Comment map(ResultSet row, int number) throws SQLException {
        return new Comment(
                row.getObject("id", UUID.class),
                new ReviewId(row.getObject("review_id", UUID.class)),
                row.getString("author"),
                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                row.getString("text"),
                List.of((String[]) row.getArray("mentions").getArray()),
                row.getBoolean("urgent"));
    }
}
