package org.contractethics.review.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.contractethics.review.internal.Appeal.Ruling;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The appeals, one at most against each decision. */
@Repository
public class Appeals {

    private final JdbcClient jdbc;

    Appeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false where this decision was appealed already */
    boolean add(Appeal appeal) {
        return jdbc.sql(
                                """
                                insert into review.appeal (id, review_id, decision_id, filed_by, filed_as, reasons, filed_at)
                                values (:id, :review, :decision, :by, :as, :reasons, :at)
                                on conflict (decision_id) do nothing
                                """)
                        .param("id", appeal.id())
                        .param("review", appeal.review().value())
                        .param("decision", appeal.decision().value())
                        .param("by", appeal.filedBy())
                        .param("as", appeal.filedAs().name())
                        .param("reasons", appeal.reasons())
                        .param("at", Rows.at(appeal.filedAt()))
                        .update()
                == 1;
    }

    void rule(UUID appeal, Ruling ruling) {
        jdbc.sql(
                        """
                        insert into review.appeal_ruling (appeal_id, result, reasons, decided_by, decided_at)
                        values (:appeal, :result, :reasons, :by, :at)
                        """)
                .param("appeal", appeal)
                .param("result", ruling.result().name())
                .param("reasons", ruling.reasons())
                .param("by", ruling.decidedBy())
                .param("at", Rows.at(ruling.decidedAt()))
                .update();
    }

    /** Every appeal of the review, the newest first. */
    public List<Appeal> of(ReviewId review) {
        return jdbc.sql(
                        """
                        select a.id, a.review_id, a.decision_id, a.filed_by, a.filed_as, a.reasons, a.filed_at,
                               r.result, r.reasons as ruling_reasons, r.decided_by, r.decided_at
                        from review.appeal a left join review.appeal_ruling r on r.appeal_id = a.id
                        where a.review_id = :review order by a.filed_at desc
                        """)
                .param("review", review.value())
                .query(Appeals::map)
                .list();
    }

    private static Appeal map(ResultSet row, int number) throws SQLException {
        return new Appeal(
                row.getObject("id", UUID.class),
                new ReviewId(row.getObject("review_id", UUID.class)),
                new DecisionId(row.getObject("decision_id", UUID.class)),
                row.getString("filed_by"),
                Role.valueOf(row.getString("filed_as")),
                row.getString("reasons"),
                Rows.instant(row, "filed_at"),
                ruling(row));
    }

    private static @Nullable Ruling ruling(ResultSet row) throws SQLException {
        StageForm.AppealResult result = Rows.constant(row, "result", StageForm.AppealResult.class);
        return result == null
                ? null
                : new Ruling(
                        result,
                        row.getString("ruling_reasons"),
                        row.getString("decided_by"),
                        Rows.instant(row, "decided_at"));
    }
}
