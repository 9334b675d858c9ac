package org.contractethics.search.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which document versions belong into the index, in the database. */
@Component
class IndexLedger {

    private final JdbcClient jdbc;

    IndexLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version of a document, and whose it is. */
    record Noted(DocumentVersionId version, ContractId contract) {}

    void note(DocumentVersionId version, ContractId contract, Instant now) {
        jdbc.sql(
                        """
                insert into search.version (version, contract, noted_at) values (:version, :contract, :now)
                on conflict (version) do update
                set contract = excluded.contract, noted_at = excluded.noted_at, indexed_at = null, turn = null""")
                .param("version", version.value())
                .param("contract", contract.value())
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    /** The versions of the contract are in the index; those that are for the first time will take their turn. */
    void indexed(ContractId contract, Instant now) {
        jdbc.sql("update search.version set indexed_at = :now where contract = :contract and indexed_at is null")
                .param("contract", contract.value())
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    void forget(DocumentVersionId version) {
        jdbc.sql("delete from search.version where version = :version")
                .param("version", version.value())
                .update();
    }

    List<DocumentVersionId> versionsOf(ContractId contract) {
        return jdbc
                .sql("select version from search.version where contract = :contract order by version")
                .param("contract", contract.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(DocumentVersionId::new)
                .toList();
    }

    List<ContractId> contracts() {
        return jdbc
                .sql("select distinct contract from search.version order by contract")
                .query(UUID.class)
                .list()
                .stream()
                .map(ContractId::new)
                .toList();
    }

    List<Noted> all() {
        return jdbc.sql("select version, contract from search.version order by version")
                .query((row, n) -> new Noted(
                        new DocumentVersionId(row.getObject("version", UUID.class)),
                        new ContractId(row.getObject("contract", UUID.class))))
                .list();
    }

    int size() {
        return jdbc.sql("select count(*) from search.version")
                .query(Integer.class)
                .single();
    }

    /** Until the transaction ends nobody else indexes this contract, so an older state never overwrites a newer one. */
    void lock(ContractId contract) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))::text")
                .param("key", "search:" + contract)
                .query(String.class)
                .optional();
    }
}
