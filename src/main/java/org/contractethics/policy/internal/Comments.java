package org.contractethics.policy.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What staff said of proposed versions. */
@Repository
public class Comments {

    private final JdbcClient jdbc;

    Comments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param author account name */
    public record Comment(UUID id, String author, Instant at, String text) {}

    void add(int number, Comment comment) {
        jdbc.sql("insert into policy.comment (id, number, author, at, text) values (?, ?, ?, ?, ?)")
                .params(comment.id(), number, comment.author(), comment.at().atOffset(ZoneOffset.UTC), comment.text())
                .update();
    }

    /** In the order they were made. */
    public List<Comment> of(int number) {
        return jdbc.sql("select id, author, at, text from policy.comment where number = :number order by at, id")
                .param("number", number)
                .query((row, at) -> new Comment(
                        row.getObject("id", UUID.class),
                        row.getString("author"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("text")))
                .list();
    }
}
