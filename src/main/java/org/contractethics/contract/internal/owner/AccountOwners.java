package org.contractethics.contract.internal.owner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.List;
import org.contractethics.contract.internal.owner.AccountOwner.Ground;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every account owner a contract ever had. The database notes the first one, and lets no row change. */
@Repository
public class AccountOwners {

    private final JdbcClient jdbc;

    public AccountOwners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From the first to the present one; empty where nobody took the contract yet. */
    public List<AccountOwner> of(ContractId contract) {
        return jdbc.sql("select * from contract.account_owner where contract_id = :contract order by number")
                .param("contract", contract.value())
                .query(AccountOwners::map)
                .list();
    }

    /** Whether this person owns the contract or ever did. */
    public boolean everOwned(ContractId contract, String person) {
        return jdbc.sql("select contract.ever_owned(:contract, :person)")
                .param("contract", contract.value())
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /** The row is what makes the change: the contract has this owner afterwards. */
    void handOver(ContractId contract, AccountOwner next) {
        jdbc.sql(
                        """
                        insert into contract.account_owner (contract_id, number, person, since, handed_over_by, ground, reasons)
                        values (:contract, :number, :person, :since, :by, :ground, :reasons)
                        """)
                .param("contract", contract.value())
                .param("number", next.number())
                .param("person", next.person())
                .param("since", Timestamp.from(next.since()))
                .param("by", next.handedOverBy())
                .param("ground", next.ground() == null ? null : next.ground().name())
                .param("reasons", next.reasons())
                .update();
    }

    private static AccountOwner map(ResultSet row, int number) throws SQLException {
        String ground = row.getString("ground");
        return new AccountOwner(
                row.getInt("number"),
                row.getString("person"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("handed_over_by"),
                ground == null ? null : Ground.valueOf(ground),
                row.getString("reasons"));
    }
}
