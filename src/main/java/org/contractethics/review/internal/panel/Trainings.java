package org.contractethics.review.internal.panel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.review.internal.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The trainings of reviewers, in rows that are only added to. */
@Repository
public class Trainings {

    private final JdbcClient jdbc;

    Trainings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of each person and training what was said last, the latest day first; nothing of what was taken back. */
    public List<Training> standing() {
        return jdbc.sql(
                        """
                        select * from (
                            select distinct on (person, title) * from review.training
                            order by person, title, recorded_at desc, id desc) said
                        where completed_on is not null order by completed_on desc, person, title
                        """)
                .query(Trainings::map)
                .list();
    }

    /** Whatever became of it. */
    public Optional<Training> find(UUID id) {
        return jdbc.sql("select * from review.training where id = :id")
                .param("id", id)
                .query(Trainings::map)
                .optional();
    }

    void add(Training training) {
        jdbc.sql(
                        """
                        insert into review.training (id, person, title, completed_on, recorded_by, recorded_at)
                        values (:id, :person, :title, :completed, :by, :at)
                        """)
                .param("id", training.id())
                .param("person", training.person())
                .param("title", training.title())
                .param("completed", training.completedOn())
                .param("by", training.recordedBy())
                .param("at", Rows.at(training.recordedAt()))
                .update();
    }

    private static Training map(ResultSet row, int number) throws SQLException {
        return new Training(
                row.getObject("id", UUID.class),
                row.getString("person"),
                row.getString("title"),
                row.getObject("completed_on", java.time.LocalDate.class),
                row.getString("recorded_by"),
                Rows.instant(row, "recorded_at"));
    }
}
