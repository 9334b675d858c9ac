package org.contractethics.contract.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.SecretFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The same as a line of the register withholds, for those who name contracts elsewhere. */
@Component
class SecretInRegister implements SecretFacts {

    private final JdbcClient jdbc;

    SecretInRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<ContractId, Withheld> withheld() {
        Map<ContractId, Withheld> withheld = new HashMap<>();
        jdbc.sql("select id, number, secrecy from contract.contract where secrecy <> 'NONE'")
                .query(row -> {
                    withheld.put(
                            new ContractId(row.getObject("id", UUID.class)),
                            new Withheld(
                                    RegisterEntry.reference(row.getLong("number")),
                                    fields(Secrecy.valueOf(row.getString("secrecy")))));
                });
        return withheld;
    }

    static Set<String> fields(Secrecy secrecy) {
        return switch (secrecy) {
            case NONE -> Set.of();
            case CONFIDENTIAL_TERMS -> Set.of("TITLE", "SUPPLIER", "VALUE");
            case EXISTENCE_SECRET, CLASSIFIED -> Set.of("TITLE", "AGENCY", "SUPPLIER", "VALUE");
        };
    }
}
