package org.contractethics.search.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
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

    /** @param refused whether clauses of it are not in the index because the cluster would not take them */
    record Place(DocumentVersionId version, boolean refused) {}

    /**
     * What an indexing that begins now takes along.
     *
     * @param noted the last change of the facts of the contract; null where its clauses carry the true ones
     * @param building the index that is being built beside the one in use; null where there is none
     */
    record Work(
            @Nullable UUID noted, @Nullable String building, List<Place> versions) {}

    /** Read at once; the caller has locked the contract. */
    Work work(ContractId contract) {
        return jdbc.sql(
                        """
                        select (select noted from search.lagging where contract = :contract) as noted,
                               (select index_name from search.rebuild
                                where finished_at is null and index_name is not null) as building,
                               v.version, exists (select from search.refused_clause r where r.version = v.version) as refused
                        from (select) once left join search.version v on v.contract = :contract order by v.version""")
                .param("contract", contract.value())
                .query((ResultSetExtractor<Work>) IndexLedger::read);
    }

    private static Work read(ResultSet row) throws SQLException {
        UUID noted = null;
        String building = null;
        List<Place> versions = new ArrayList<>();
        while (row.next()) {
            noted = row.getObject("noted", UUID.class);
            building = row.getString("building");
            UUID version = row.getObject("version", UUID.class);
            if (version != null) {
                versions.add(new Place(new DocumentVersionId(version), row.getBoolean("refused")));
            }
        }
        return new Work(noted, building, List.copyOf(versions));
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
