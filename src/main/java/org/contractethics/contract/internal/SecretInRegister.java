package org.contractethics.contract.internal;

import java.sql.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.internal.redaction.Redactions;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.SecretFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which contracts are under secrecy terms, and what the register withholds because of them, for those who name contracts elsewhere. */
@Component
class SecretInRegister implements SecretFacts {

    private static final String UNDER_SECRECY =
            """
            select c.id, c.number, array(
                select distinct field from contract.redaction r, unnest(r.fields) as field
                where r.contract_id = c.id and r.secrecy is not null and %s) as fields
            from contract.contract c where c.secrecy <> 'NONE'"""
                    .formatted(Redactions.IN_FORCE);

    private final JdbcClient jdbc;
    private final RegisterLines lines;

    SecretInRegister(JdbcClient jdbc, RegisterLines lines) {
        this.jdbc = jdbc;
        this.lines = lines;
    }

    @Override
    public Map<ContractId, Secret> secret() {
        Map<ContractId, Secret> secret = new HashMap<>();
        jdbc.sql(UNDER_SECRECY).param("today", Date.valueOf(lines.today())).query(row -> {
            secret.put(
                    new ContractId(row.getObject("id", UUID.class)),
                    new Secret(RegisterEntry.reference(row.getLong("number")), Set.of((String[])
                            row.getArray("fields").getArray())));
        });
        return secret;
    }
}
