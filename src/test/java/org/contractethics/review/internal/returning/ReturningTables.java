package org.contractethics.review.internal.returning;

import java.time.Clock;
import org.contractethics.contract.ContractRegister;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a review by hand needs of this package. */
public final class ReturningTables {

    private ReturningTables() {}

    public static ReturningDeals deals(JdbcClient jdbc, ContractRegister contracts, Clock clock) {
        return new ReturningDeals(jdbc, contracts, clock);
    }
}
