package org.contractethics.review.internal.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.evidence.Consultation.Account;
import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The consultation log of each review; entries are only ever added. */
@Repository
public class Consultations {

    private final JdbcClient jdbc;

    Consultations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order they were logged. */
    public List<Consultation> of(ReviewId review) {
        return jdbc.sql("select * from review.consultation where review_id = :review order by number")
                .param("review", review.value())
                .query(Consultations::map)
                .list();
    }

    void add(Consultation entry) {
        Account account = entry.account();
        jdbc.sql(
                        """
                        insert into review.consultation (id, review_id, number, pass, kind, consulted, credibility, held_on,
                            manner, said, changed, logged_by, logged_at)
                        values (:id, :review, :number, :pass, :kind, :consulted, :credibility, :heldOn, :manner, :said,
                            :changed, :by, :at)
                        """)
                .param("id", entry.id())
                .param("review", entry.review().value())
                .param("number", entry.number())
                .param("pass", entry.pass())
                .param("kind", Rows.name(account.kind()))
                .param("consulted", account.consulted())
                .param("credibility", account.credibility())
                .param("heldOn", account.heldOn())
                .param("manner", Rows.name(account.manner()))
                .param("said", account.said())
                .param("changed", account.changed())
                .param("by", entry.loggedBy())
                .param("at", Rows.at(entry.loggedAt()))
                .update();
    }

    private static Consultation map(ResultSet row, int number) throws SQLException {
        return new Consultation(
                row.getObject("id", UUID.class),
                new ReviewId(row.getObject("review_id", UUID.class)),
                row.getInt("number"),
                row.getInt("pass"),
                new Account(
                        Rows.constant(row, "kind", Consultation.Kind.class),
                        row.getString("consulted"),
                        row.getString("credibility"),
                        row.getObject("held_on", LocalDate.class),
                        Rows.constant(row, "manner", Consultation.Manner.class),
                        row.getString("said"),
                        row.getString("changed")),
                row.getString("logged_by"),
                Rows.instant(row, "logged_at"));
    }
}
