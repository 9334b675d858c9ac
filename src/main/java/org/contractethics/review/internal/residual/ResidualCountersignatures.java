package org.contractethics.review.internal.residual;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.review.internal.Rows;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The countersignatures of residual severity; they are only ever added, and the database says which of them counts. */
@Repository
public class ResidualCountersignatures {

    private final JdbcClient jdbc;

    ResidualCountersignatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Hash of what can be countersigned in this pass; empty before its mitigation. */
    Optional<String> basis(ReviewId review, int pass) {
        return jdbc.sql(
                        "select basis from (select review.residual_basis(:review, :pass) as basis) b where basis is not null")
                .param("review", review.value())
                .param("pass", pass)
                .query(String.class)
                .optional();
    }

    /** The one that counts in this pass, agreed or refused. */
    public Optional<ResidualCountersignature> standing(ReviewId review, int pass) {
        return jdbc.sql("select * from review.residual_standing(:review, :pass)")
                .param("review", review.value())
                .param("pass", pass)
                .query(this::map)
                .optional();
    }

    /** The one that counted when the decision was made, whatever was said or declared since. */
    public Optional<ResidualCountersignature> at(DecisionId decision) {
        return jdbc.sql(
                        """
                        select c.* from review.decision d
                        join review.residual_countersignature c on c.id = d.residual_standing where d.id = :decision
                        """)
                .param("decision", decision.value())
                .query(this::map)
                .optional();
    }

    /** All of this review, those too that count no longer, the newest first. */
    List<ResidualCountersignature> of(ReviewId review) {
        return jdbc.sql(
                        "select * from review.residual_countersignature where review_id = :review order by signed_at desc")
                .param("review", review.value())
                .query(this::map)
                .list();
    }

    /** Whether this person wrote the mitigation that counts in this pass, or had it written for them. */
    boolean wrote(ReviewId review, int pass, String person) {
        return jdbc.sql(
                        """
                        select exists (select 1 from review.mitigated_in(:review, :pass) m
                                       where :person in (m.actor, m.on_behalf_of))
                        """)
                .param("review", review.value())
                .param("pass", pass)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    void add(ResidualCountersignature one) {
        jdbc.sql(
                        """
                        insert into review.residual_countersignature (id, review_id, pass, basis, person, agreed, reasons, signed_at)
                        values (:id, :review, :pass, :basis, :person, :agreed, :reasons, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("review", one.review().value())
                .param("pass", one.pass())
                .param("basis", one.basis())
                .param("person", one.person())
                .param("agreed", one.agreed())
                .param("reasons", one.reasons())
                .param("at", Rows.at(one.signedAt()))
                .update();
    }

    private ResidualCountersignature map(ResultSet row, int number) throws SQLException {
        return new ResidualCountersignature(
                new ReviewId(row.getObject("review_id", UUID.class)),
                row.getInt("pass"),
                row.getString("basis"),
                row.getString("person"),
                row.getBoolean("agreed"),
                row.getString("reasons"),
                Rows.instant(row, "signed_at"));
    }
}
