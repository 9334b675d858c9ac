package org.contractethics.contract.internal;

import java.sql.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.ReferencedContracts;
import org.contractethics.contract.RegisteredAgencies.Awarded;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks them up in the register. */
@Repository
class ContractsByReference implements ReferencedContracts {

    private static final Pattern REFERENCE = Pattern.compile("(?i)C-0*([1-9][0-9]{0,17})");

    private final JdbcClient jdbc;
    private final RegisterLines lines;

    ContractsByReference(JdbcClient jdbc, RegisterLines lines) {
        this.jdbc = jdbc;
        this.lines = lines;
    }

    @Override
    public Optional<ContractId> withReference(String typed) {
        Matcher reference = REFERENCE.matcher(typed.strip());
        return reference.matches()
                ? jdbc.sql("select id from contract.contract where number = :number")
                        .param("number", Long.parseLong(reference.group(1)))
                        .query(UUID.class)
                        .optional()
                        .map(ContractId::new)
                : Optional.empty();
    }

    @Override
    public List<Awarded> withCapability(String code) {
        return jdbc.sql("select c.id, c.number, c.state, " + AwardsInForce.RUNS
                        + " as runs from contract.contract c where :code = any(c.capabilities) order by c.number")
                .param("code", code)
                .param("today", Date.valueOf(lines.today()))
                .query((row, number) -> new Awarded(
                        new ContractId(row.getObject("id", UUID.class)),
                        RegisterEntry.reference(row.getLong("number")),
                        ContractState.valueOf(row.getString("state")),
                        row.getBoolean("runs")))
                .list();
    }
}
