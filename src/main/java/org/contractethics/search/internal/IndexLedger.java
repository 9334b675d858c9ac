package org.contractethics.search.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which document versions and incidents belong into the index, in the database. */
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

    /** An incident, which stays as it is: a second note changes nothing. */
    void note(UUID incident, ContractId contract, Instant now) {
        jdbc.sql(
                        """
                insert into search.incident (incident, contract, noted_at) values (:incident, :contract, :now)
                on conflict (incident) do nothing""")
                .param("incident", incident)
                .param("contract", contract.value())
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    /** Each incident that belongs into the index, and whose it is. */
    Map<UUID, ContractId> incidents() {
        Map<UUID, ContractId> incidents = new LinkedHashMap<>();
        jdbc.sql("select incident, contract from search.incident order by incident")
                .query(row -> {
                    incidents.put(
                            row.getObject("incident", UUID.class),
                            new ContractId(row.getObject("contract", UUID.class)));
                });
        return incidents;
    }

    /** @param refused whether clauses of it are not in the index because the cluster would not take them */
    record Place(DocumentVersionId version, boolean refused) {}

    /**
     * What an indexing that begins now takes along.
     *
     * @param noted the last change of the facts of the contract; null where its clauses carry the true ones
     * @param building the index that is being built beside the one in use; null where there is none
     */
    record Work(@Nullable UUID noted, @Nullable String building, List<Place> versions, List<UUID> incidents) {}

    private record Line(
            @Nullable UUID noted,
            @Nullable String building,
            List<UUID> incidents,
            @Nullable UUID version,
            boolean refused) {}

    /** Read at once; the caller has locked the contract. */
    Work work(ContractId contract) {
        List<Line> lines = jdbc.sql(
                        """
                        select (select noted from search.lagging where contract = :contract) as noted,
                               (select index_name from search.rebuild
                                where finished_at is null and index_name is not null) as building,
                               array(select incident from search.incident where contract = :contract
                                     order by incident) as incidents,
                               v.version, exists (select from search.refused_clause r where r.version = v.version) as refused
                        from (select) once left join search.version v on v.contract = :contract order by v.version""")
                .param("contract", contract.value())
                .query((row, n) -> new Line(
                        row.getObject("noted", UUID.class),
                        row.getString("building"),
                        List.of((UUID[]) row.getArray("incidents").getArray()),
                        row.getObject("version", UUID.class),
                        row.getBoolean("refused")))
                .list();
        Line any = lines.get(0);
        return new Work(any.noted(), any.building(), places(lines), any.incidents());
    }

    /** There is one line without a version where the contract has none. */
    private static List<Place> places(List<Line> lines) {
        List<Place> places = new ArrayList<>();
        for (Line line : lines) {
            UUID version = line.version();
            if (version != null) {
                places.add(new Place(new DocumentVersionId(version), line.refused()));
            }
        }
        return List.copyOf(places);
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
                .sql("select contract from search.version union select contract from search.incident order by contract")
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

    int incidentCount() {
        return jdbc.sql("select count(*) from search.incident")
                .query(Integer.class)
                .single();
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
