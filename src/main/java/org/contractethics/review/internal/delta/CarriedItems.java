package org.contractethics.review.internal.delta;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.delta.CarriedItem.Kind;
import org.contractethics.review.internal.delta.CarriedItem.Reopened;
import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the delta reviews carry over. The texts stay where they were written; only the citations stand here. */
@Repository
public class CarriedItems {

    private static final String SELECT =
            """
            select c.*, o.reason, o.reopened_by, o.reopened_at
            from review.carried_over c left join review.carried_over_reopened o on o.carried_over_id = c.id
            """;

    private final JdbcClient jdbc;

    CarriedItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A text that counts in a pass, with where it was written. */
    public record Written(Kind kind, String right, ReviewId review, int pass, String by, Instant at) {}

    /** What counted in this pass of a decided review and could be carried over, stage by stage. */
    public List<Written> stages(ReviewId review, int pass) {
        return jdbc.sql(
                        """
                        select stage as item, '' as right_code, from_review, from_pass, actor as written_by,
                               completed_at as written_at
                        from review.stage_in_effect where review_id = :review and pass = :pass
                          and stage in ('DOCUMENT_CHECK', 'RESEARCH', 'ASSESSMENT', 'MITIGATION')
                        """)
                .param("review", review.value())
                .param("pass", pass)
                .query(CarriedItems::written)
                .list();
    }

    /** The same of each right of the assessment that counted. */
    public List<Written> rights(ReviewId review, int pass) {
        return jdbc.sql(
                        """
                        select 'RIGHT' as item, i.right_code, o.review_id as from_review, o.pass as from_pass,
                               o.assessed_by as written_by, o.assessed_at as written_at
                        from review.stage_in_effect e
                        join review.assessment a on a.review_id = e.from_review and a.pass = e.from_pass
                        join review.impact_in_effect i on i.assessment_id = a.id
                        join review.assessment o on o.id = i.written_in
                        where e.review_id = :review and e.pass = :pass and e.stage = 'ASSESSMENT'
                        order by i.right_code
                        """)
                .param("review", review.value())
                .param("pass", pass)
                .query(CarriedItems::written)
                .list();
    }

    public void carry(ReviewId into, Written text, Instant at) {
        jdbc.sql(
                        """
                        insert into review.carried_over (id, review_id, pass, item, right_code, from_review, from_pass,
                            written_by, written_at, text_hash, carried_at)
                        values (:id, :into, 1, :item, :right, :review, :pass, :by, :writtenAt,
                            review.text_hash(:review, :pass, :item, :right), :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("into", into.value())
                .param("item", text.kind().name())
                .param("right", text.right())
                .param("review", text.review().value())
                .param("pass", text.pass())
                .param("by", text.by())
                .param("writtenAt", Rows.at(text.at()))
                .param("at", Rows.at(at))
                .update();
    }

    /** Everything that was carried over, stage by stage, whether or not it was reopened since. */
    public List<CarriedItem> of(ReviewId review) {
        return jdbc.sql(
                        SELECT
                                + """
                                where c.review_id = :review
                                order by array_position(array['DOCUMENT_CHECK', 'RESEARCH', 'ASSESSMENT', 'RIGHT', 'MITIGATION'],
                                    c.item), c.right_code
                                """)
                .param("review", review.value())
                .query(CarriedItems::map)
                .list();
    }

    /** What this pass carries over now; nothing in a pass after a return. */
    public List<CarriedItem> standing(ReviewId review, int pass) {
        return pass > 1
                ? List.of()
                : of(review).stream().filter(CarriedItem::stands).toList();
    }

    /** Codes of the rights that are carried over although the assessment is due. */
    public Set<String> rightsStanding(ReviewId review, int pass) {
        return standing(review, pass).stream()
                .filter(item -> item.kind() == Kind.RIGHT)
                .map(CarriedItem::right)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Optional<CarriedItem> find(ReviewId review, UUID id) {
        return of(review).stream().filter(item -> item.id().equals(id)).findFirst();
    }

    public void reopen(CarriedItem item, Reopened reopened) {
        jdbc.sql(
                        """
                        insert into review.carried_over_reopened (carried_over_id, reason, reopened_by, reopened_at)
                        values (:id, :reason, :by, :at)
                        """)
                .param("id", item.id())
                .param("reason", reopened.reason())
                .param("by", reopened.by())
                .param("at", Rows.at(reopened.at()))
                .update();
    }

    private static Written written(ResultSet row, int number) throws SQLException {
        return new Written(
                Kind.valueOf(row.getString("item")),
                row.getString("right_code"),
                new ReviewId(row.getObject("from_review", UUID.class)),
                row.getInt("from_pass"),
                row.getString("written_by"),
                Rows.instant(row, "written_at"));
    }

    private static CarriedItem map(ResultSet row, int number) throws SQLException {
        String reason = row.getString("reason");
        return new CarriedItem(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("item")),
                row.getString("right_code"),
                new ReviewId(row.getObject("from_review", UUID.class)),
                row.getInt("from_pass"),
                row.getString("written_by"),
                Rows.instant(row, "written_at"),
                row.getString("text_hash"),
                reason == null
                        ? null
                        : new Reopened(row.getString("reopened_by"), Rows.instant(row, "reopened_at"), reason));
    }
}
