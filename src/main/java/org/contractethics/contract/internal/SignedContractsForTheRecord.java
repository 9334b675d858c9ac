package org.contractethics.contract.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.contractethics.contract.ContractState;
import org.contractethics.shared.KeptTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the record see which contracts are signed: none is without an entry that says so. One that is reviewed again had been. */
@Component
class SignedContractsForTheRecord implements KeptTables {

    private final JdbcClient jdbc;

    SignedContractsForTheRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptTable> tables() {
        String[] signed = Arrays.stream(ContractState.values())
                .filter(ContractState::signed)
                .map(Enum::name)
                .toArray(String[]::new);
        List<Row> rows = jdbc.sql("select id::text as id from contract.contract where state = any(:signed) order by id")
                .param("signed", signed)
                .query((row, number) -> new Row(row.getString("id"), row.getString("id"), List.of(row.getString("id"))))
                .list();
        return List.of(new KeptTable(
                "signed contract",
                "contract.contract",
                List.of("contract-signed"),
                "contractId",
                List.of("contractId"),
                Set.of(),
                rows));
    }
}
