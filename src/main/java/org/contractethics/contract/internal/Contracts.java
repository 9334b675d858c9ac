package org.contractethics.contract.internal;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractState;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The stored contracts. Any number of them is written at once. */
@Repository
public class Contracts {

    private final JdbcClient jdbc;
    private final BulkCopy copy;
    private final JsonMapper json;

    Contracts(JdbcClient jdbc, BulkCopy copy, JsonMapper json) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.json = json;
    }

    /** @param parentPiid empty where there is none */
    public record PiidKey(String agency, String piid, String parentPiid) {}

    public Optional<RegisterEntry> find(ContractId id) {
        return jdbc.sql(ContractMapper.SELECT + " where c.id = :id")
                .param("id", id.value())
                .query(ContractMapper::map)
                .optional();
    }

    /** Like {@link #find}, and nobody else may change it before the transaction ends. */
    public Optional<RegisterEntry> lock(ContractId id) {
        return jdbc.sql(ContractMapper.SELECT + " where c.id = :id for update of c")
                .param("id", id.value())
                .query(ContractMapper::map)
                .optional();
    }

    List<RegisterEntry> findAll(Collection<ContractId> ids) {
        return jdbc.sql(ContractMapper.SELECT + " where c.id = any(cast(:ids as uuid[]))")
                .param("ids", ids.stream().map(ContractId::toString).toArray(String[]::new))
                .query(ContractMapper::map)
                .list();
    }

    public Map<PiidKey, RegisterEntry> lockByPiid(Collection<PiidKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        List<RegisterEntry> found = jdbc.sql(
                        ContractMapper.SELECT
                                + """
                         join unnest(:agencies, :piids, :parents) as k(agency, piid, parent)
                           on c.awarding_name = k.agency and c.piid = k.piid and coalesce(c.parent_piid, '') = k.parent
                         for update of c""")
                .param("agencies", keys.stream().map(PiidKey::agency).toArray(String[]::new))
                .param("piids", keys.stream().map(PiidKey::piid).toArray(String[]::new))
                .param("parents", keys.stream().map(PiidKey::parentPiid).toArray(String[]::new))
                .query(ContractMapper::map)
                .list();
        return found.stream().collect(Collectors.toMap(entry -> piidKey(entry.contract()), entry -> entry));
    }

    public Map<String, RegisterEntry> lockByOcid(Collection<String> ocids) {
        if (ocids.isEmpty()) {
            return Map.of();
        }
        Map<String, RegisterEntry> byOcid = new HashMap<>();
        jdbc.sql(ContractMapper.SELECT + " where c.ocid = any(:ocids) for update of c")
                .param("ocids", ocids.toArray(String[]::new))
                .query(ContractMapper::map)
                .list()
                .forEach(entry ->
                        byOcid.put(String.valueOf(entry.contract().identifiers().ocid()), entry));
        return byOcid;
    }

    /** Stores new contracts and gives each its number; the answer is in the order of the argument. */
    public List<RegisterEntry> insert(List<RegisterEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        List<Long> numbers = jdbc.sql("select nextval('contract.contract_number') from generate_series(1, :count)")
                .param("count", entries.size())
                .query(Long.class)
                .list();
        List<RegisterEntry> numbered = new ArrayList<>();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            numbered.add(entries.get(i).numbered(numbers.get(i)));
            Map<String, @Nullable Object> row = ContractColumns.row(entries.get(i));
            row.put("number", numbers.get(i));
            rows.add(row);
        }
        copy.into("contract.contract", ContractColumns.INSERTED, rows);
        return List.copyOf(numbered);
    }

    /** Stores changed contracts, each exactly one version on from the stored one. */
    public void update(List<RegisterEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        int updated =
                jdbc.sql(ContractColumns.UPDATE).param("rows", json(entries)).update();
        if (updated != entries.size()) {
            throw new OptimisticLockingFailureException("a contract changed while it was being changed");
        }
    }

    boolean take(ContractId id, String submitter, Instant now) {
        return jdbc.sql(
                                """
                        update contract.contract set submitter = :submitter, changed_at = :now, changed_by = :submitter
                        where id = :id and submitter is null""")
                        .param("submitter", submitter)
                        .param("now", Timestamp.from(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** With the types also of what is null: the driver has a statement parsed and planned anew whenever a type changes. */
    boolean progress(ContractId id, ContractState state, @Nullable String tier, @Nullable String outcome) {
        return jdbc.sql("update contract.contract set state = :state, tier = :tier, outcome = :outcome where id = :id")
                        .param("state", state.name())
                        .param("tier", tier, Types.VARCHAR)
                        .param("outcome", outcome, Types.VARCHAR)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** The contract that already holds this number of the agency or this ocid. */
    Optional<RegisterEntry> withIdentifiers(Contract contract) {
        return jdbc.sql(
                        ContractMapper.SELECT
                                + """
                         where c.ocid = :ocid
                            or (c.awarding_name = :agency and c.piid = :piid and coalesce(c.parent_piid, '') = :parent)
                         order by c.number limit 1""")
                .param("ocid", contract.identifiers().ocid())
                .param("agency", contract.awardingAgency().name())
                .param("piid", contract.identifiers().piid())
                .param(
                        "parent",
                        Optional.ofNullable(contract.identifiers().parentPiid()).orElse(""))
                .query(ContractMapper::map)
                .optional();
    }

    public static PiidKey piidKey(Contract contract) {
        return new PiidKey(
                contract.awardingAgency().name(),
                String.valueOf(contract.identifiers().piid()),
                Optional.ofNullable(contract.identifiers().parentPiid()).orElse(""));
    }

    private String json(List<RegisterEntry> entries) {
        return json.writeValueAsString(
                entries.stream().map(ContractColumns::row).toList());
    }
}
