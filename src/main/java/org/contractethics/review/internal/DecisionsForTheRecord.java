package org.contractethics.review.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.KeptDecisions;
import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the record see what stands in the tables of decisions. */
@Component
class DecisionsForTheRecord implements KeptDecisions {

    private final JdbcClient jdbc;

    DecisionsForTheRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Kept> decisions() {
        return jdbc.sql("select id, contract_id, outcome from review.decision order by decided_at, id")
                .query((row, number) -> new Kept(
                        new DecisionId(row.getObject("id", UUID.class)),
                        new ContractId(row.getObject("contract_id", UUID.class)),
                        row.getString("outcome")))
                .list();
    }

    @Override
    public Set<ReviewId> existing(Set<ReviewId> reviews) {
        return new HashSet<>(jdbc.sql("select id from review.review where id = any(:ids)")
                .param("ids", reviews.stream().map(ReviewId::value).toArray(UUID[]::new))
                .query((row, number) -> new ReviewId(row.getObject("id", UUID.class)))
                .list());
    }
}
