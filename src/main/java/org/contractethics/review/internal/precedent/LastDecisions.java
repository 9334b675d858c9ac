package org.contractethics.review.internal.precedent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.internal.Rows;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided last about many contracts. */
@Repository
public class LastDecisions {

    private static final String LAST =
            """
            select distinct on (d.contract_id) d.contract_id, d.review_id, d.outcome, d.tier, d.decided_at,
                   exists (select 1 from review.decision_lapse l where l.decision_id = d.id) as lapsed,
                   (select count(*) from review.dissent o where o.decision_id = d.id) as dissents,
                   (select count(*) from review.condition c where c.decision_id = d.id) as conditions,
                   (select count(*) from review.condition_follow_up f
                    where f.contract_id = d.contract_id and f.closed_at is null) as open
            from review.decision d where d.contract_id = any(:contracts)
            order by d.contract_id, d.decided_at desc, d.pass desc
            """;

    private final JdbcClient jdbc;

    LastDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One statement, however many contracts are asked for; those that nothing was decided about are left out. */
    public Map<ContractId, LastDecision> about(Collection<ContractId> contracts) {
        return jdbc
                .sql(LAST)
                .param("contracts", contracts.stream().map(ContractId::value).toArray(UUID[]::new))
                .query(LastDecisions::map)
                .list()
                .stream()
                .collect(Collectors.toMap(LastDecision::contract, Function.identity()));
    }

    private static LastDecision map(ResultSet row, int number) throws SQLException {
        return new LastDecision(
                new ContractId(row.getObject("contract_id", UUID.class)),
                new ReviewId(row.getObject("review_id", UUID.class)),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("tier"),
                Rows.instant(row, "decided_at"),
                row.getBoolean("lapsed"),
                row.getInt("dissents"),
                row.getInt("conditions"),
                row.getInt("open"));
    }
}
