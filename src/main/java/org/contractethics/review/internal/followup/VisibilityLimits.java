package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.contractethics.review.internal.Rows;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What of the use of a contract nobody can see, in every version that was stated. */
@Repository
public class VisibilityLimits {

    private final JdbcClient jdbc;

    VisibilityLimits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param version counts from 1; the newest one holds */
    public record Limits(int version, String statement, String statedBy, Instant statedAt) {}

    /** The newest first. */
    public List<Limits> of(ContractId contract) {
        return jdbc.sql("select * from review.visibility_limits where contract_id = :contract order by version desc")
                .param("contract", contract.value())
                .query((row, number) -> new Limits(
                        row.getInt("version"),
                        row.getString("statement"),
                        row.getString("stated_by"),
                        Rows.instant(row, "stated_at")))
                .list();
    }

    public Optional<Limits> current(ContractId contract) {
        return of(contract).stream().findFirst();
    }

    void add(ContractId contract, Limits limits) {
        jdbc.sql(
                        """
                        insert into review.visibility_limits (contract_id, version, statement, stated_by, stated_at)
                        values (:contract, :version, :statement, :by, :at)
                        """)
                .param("contract", contract.value())
                .param("version", limits.version())
                .param("statement", limits.statement())
                .param("by", limits.statedBy())
                .param("at", Rows.at(limits.statedAt()))
                .update();
    }
}
