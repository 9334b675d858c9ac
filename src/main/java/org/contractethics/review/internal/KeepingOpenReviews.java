package org.contractethics.review.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Retention;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who acts in a review has to be known until it is closed: conflicts of interest and appeals rest on it. */
@Component
class KeepingOpenReviews implements Retention {

    private final JdbcClient jdbc;

    KeepingOpenReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> duties(Set<ContractId> contracts, Set<ConcernId> concerns) {
        if (contracts.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = contracts.stream().map(ContractId::value).toList();
        long open = jdbc.sql("select count(*) from review.review where closed_at is null and contract_id in (:ids)")
                .param("ids", ids)
                .query(Long.class)
                .single();
        return open == 0
                ? List.of()
                : List.of("The person took part in " + open + (open == 1 ? " review that is" : " reviews that are")
                        + " not closed yet.");
    }
}
