package org.contractethics.review.internal;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ContractOf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says which contract a review, a condition or what follows a signature belongs to. */
@Repository
class ContractsOfThings implements ContractOf {

    private static final Map<String, String> STATEMENTS = Map.of(
            "reviewId", "select contract_id from review.review where id = :id",
            "conditionId",
                    "select d.contract_id from review.condition c join review.decision d on d.id = c.decision_id where c.id = :id",
            "exitId", "select contract_id from review.contract_exit where id = :id",
            "remediationId", "select contract_id from review.remediation where id = :id",
            "reReviewId", "select contract_id from review.re_review where id = :id",
            "sampleReviewId", "select contract_id from review.sample_review where id = :id",
            "suspensionId", "select contract_id from review.suspension_review where id = :id",
            "questionId",
                    "select r.contract_id from review.question q join review.review r on r.id = q.review_id where q.id = :id");

    private final JdbcClient jdbc;

    ContractsOfThings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ContractId> contract(String thing, UUID id) {
        String statement = STATEMENTS.get(thing);
        return statement == null
                ? Optional.empty()
                : jdbc.sql(statement)
                        .param("id", id)
                        .query(UUID.class)
                        .optional()
                        .map(ContractId::new);
    }
}
