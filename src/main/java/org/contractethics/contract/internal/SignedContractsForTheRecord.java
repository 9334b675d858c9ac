package org.contractethics.contract.internal;

import java.util.List;
import java.util.Set;
import org.contractethics.contract.ContractState;
import org.contractethics.shared.KeptTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets the record see which contracts are signed: none is without an entry that says so. One that is reviewed again had been; one whose
 * services are suspended or ended can also have been in force before its review.
 */
@Component
class SignedContractsForTheRecord implements KeptTables {

    private static final String SIGNED = "contract-signed";
    private static final String IN_FORCE = "contract-in-force-stated";

    private final JdbcClient jdbc;

    SignedContractsForTheRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(
                table("signed contract", Set.of(ContractState.SIGNED, ContractState.RESTRICTED), List.of(SIGNED)),
                table(
                        "held contract",
                        Set.of(ContractState.SUSPENDED, ContractState.EXITING, ContractState.EXITED),
                        List.of(SIGNED, IN_FORCE)));
    }

    private KeptTable table(String thing, Set<ContractState> states, List<String> kinds) {
        List<Row> rows = jdbc.sql("select id::text as id from contract.contract where state = any(:states) order by id")
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .query((row, number) -> new Row(row.getString("id"), row.getString("id"), List.of(row.getString("id"))))
                .list();
        return new KeptTable(thing, "contract.contract", kinds, "contractId", List.of("contractId"), Set.of(), rows);
    }
}
