package org.contractethics.review.internal.followup;

import java.time.LocalDate;
import java.util.Optional;
import org.contractethics.review.internal.Rows;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which contracts were in force before their review; rows are only ever added, one for each contract. */
@Repository
public class InForceStatements {

    private final JdbcClient jdbc;

    InForceStatements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where nobody stated it, also of a contract that was signed through this application. */
    public Optional<InForce> find(ContractId contract) {
        return jdbc.sql("select since, source, stated_by, stated_at from review.in_force where contract_id = :contract")
                .param("contract", contract.value())
                .query((row, number) -> new InForce(
                        contract,
                        row.getObject("since", LocalDate.class),
                        row.getString("source"),
                        row.getString("stated_by"),
                        Rows.instant(row, "stated_at")))
                .optional();
    }

    void add(InForce statement) {
        jdbc.sql(
                        """
                        insert into review.in_force (contract_id, since, source, stated_by, stated_at)
                        values (:contract, :since, :source, :by, :at)
                        """)
                .param("contract", statement.contract().value())
                .param("since", statement.since())
                .param("source", statement.source())
                .param("by", statement.statedBy())
                .param("at", Rows.at(statement.statedAt()))
                .update();
    }
}
