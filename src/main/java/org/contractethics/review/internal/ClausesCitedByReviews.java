package org.contractethics.review.internal;

import org.contractethics.shared.CitedClauses;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From its opening on a review names clauses: in findings that are judged, in assessments, advice and votes, and where people discuss it. */
@Component
class ClausesCitedByReviews implements CitedClauses {

    private final JdbcClient jdbc;

    ClausesCitedByReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean mayBeCited(ContractId contract) {
        return jdbc.sql("select exists (select from review.review where contract_id = ?)")
                .param(contract.value())
                .query(Boolean.class)
                .single();
    }
}
