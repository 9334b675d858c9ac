package org.contractethics.review.internal.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.review.internal.Rows;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Assessments that found a harm that is happening. */
@Repository
class ActualHarms {

    private static final String SELECT =
            """
            select a.id, a.review_id, (a.assessed_at at time zone 'UTC')::date as assessed_on,
                   string_agg(i.right_code, ', ' order by i.right_code) as rights,
                   string_agg(i.right_code || ': ' || i.affected, '; ' order by i.right_code) as harm,
                   min(i.involvement) as involvement
            from review.assessment a
            join review.review r on r.id = a.review_id
            join review.assessed_impact i on i.assessment_id = a.id and i.touched
             and (i.kind = 'ACTUAL' or i.likelihood = 'OCCURRING')
            """;

    private final JdbcClient jdbc;

    ActualHarms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param rights codes of the rights that are being harmed
     * @param involvement the gravest that was assessed; null where none was
     */
    record Found(UUID assessment, String words, String rights, String harm, @Nullable Involvement involvement) {

        String cause() {
            return "assessment:" + assessment;
        }
    }

    /** Those of the contract, the newest first. */
    List<Found> of(ContractId contract) {
        return jdbc.sql(SELECT + " where r.contract_id = :contract group by a.id order by a.assessed_at desc")
                .param("contract", contract.value())
                .query(ActualHarms::map)
                .list();
    }

    /** What the last assessment of the review found; empty where nothing is happening. */
    Optional<Found> lastOf(ReviewId review) {
        return jdbc.sql(
                        SELECT
                                + """
                                 where a.review_id = :review
                                  and a.pass = (select max(last.pass) from review.assessment last where last.review_id = :review)
                                group by a.id
                                """)
                .param("review", review.value())
                .query(ActualHarms::map)
                .optional();
    }

    private static Found map(ResultSet row, int number) throws SQLException {
        String rights = row.getString("rights");
        return new Found(
                row.getObject("id", UUID.class),
                "Assessment of " + row.getString("assessed_on") + ": happening to " + rights,
                rights,
                row.getString("harm"),
                // CAUSE, CONTRIBUTE, LINKED: the alphabet has the gravest first
                Rows.constant(row, "involvement", Involvement.class));
    }
}
