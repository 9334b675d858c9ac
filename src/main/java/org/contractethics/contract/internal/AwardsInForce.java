package org.contractethics.contract.internal;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Optional;
import org.contractethics.contract.RunningAwards;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the transactions of an award. Where they name no last day, the award runs: what is unknown is never mild. */
@Repository
class AwardsInForce implements RunningAwards {

    /** Whether an award of the contract {@code c} runs on the day {@code :today}. */
    static final String RUNS =
            """
            coalesce((select min(coalesce(t.period_start, t.acted_on)) <= :today and coalesce(max(t.period_end), :today) >= :today
                      from contract.award_transaction t where t.contract_id = c.id and t.active), false)""";

    private final JdbcClient jdbc;

    AwardsInForce(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<LocalDate> runningSince(ContractId contract, LocalDate day) {
        return jdbc.sql(
                        """
                        select min(coalesce(t.period_start, t.acted_on)) from contract.contract c
                        join contract.award_transaction t on t.contract_id = c.id and t.active
                        where c.id = :contract and %s having count(*) > 0
                        """
                                .formatted(RUNS))
                .param("contract", contract.value())
                .param("today", Date.valueOf(day))
                .query(LocalDate.class)
                .optional();
    }
}
