package org.contractethics.concern.internal;

import org.contractethics.shared.CitedClauses;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The place of a clause that a filer named is sealed with their words, so each concern counts as if it named one. */
@Component
class ClausesCitedByConcerns implements CitedClauses {

    private final JdbcClient jdbc;

    ClausesCitedByConcerns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean mayBeCited(ContractId contract) {
        return jdbc.sql("select exists (select from concern.about where contract = ?)")
                .param(contract.value())
                .query(Boolean.class)
                .single();
    }
}
