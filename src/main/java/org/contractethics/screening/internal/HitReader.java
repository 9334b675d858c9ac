package org.contractethics.screening.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.screening.internal.Hit.Answer;
import org.contractethics.screening.internal.Hit.Approval;
import org.contractethics.screening.internal.Hit.Verdict;
import org.contractethics.screening.internal.lists.ListEntry;
import org.contractethics.screening.internal.matching.Band;
import org.contractethics.screening.internal.matching.TokenEvidence;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Hits with the evidence that stands and what was said of them, as they are on a day. */
@Repository
class HitReader {

    private static final TypeReference<List<TokenEvidence>> TOKENS = new TypeReference<>() {};
    private static final String SELECT =
            """
            select h.id, h.contract_id, h.role, h.party, h.opened_at, s.state, s.two, c.why, e.number, e.entry_hash, e.matched_name,
                   e.score, e.adjustment, e.band, e.tokens, e.qualifiers, e.seen_at, o.name as list, v.number as version, v.sha256,
                   v.stated_on, l.body
              from screening.standing(:today) s
              join screening.hit h on h.id = s.hit_id
              join screening.evidence e on e.hit_id = s.hit_id and e.number = s.evidence
              join screening.source o on o.id = h.source_id
              join screening.list_version v on v.id = e.version_id
              join screening.list_entry l on l.source_id = e.source_id and l.entry_id = e.entry_id and l.hash = e.entry_hash
              left join screening.closing c on c.hit_id = h.id
            """;
    private static final String ORDER =
            " order by s.state = 'CLOSED', e.band = 'STRONG' desc, e.score desc, cardinality(e.qualifiers) desc, h.opened_at desc, h.id";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    HitReader(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All of a contract, those that are no more behind the others. */
    List<Hit> of(ContractId contract, LocalDate today) {
        return answered(jdbc.sql(SELECT + " where s.contract_id = :contract" + ORDER)
                .param("today", today)
                .param("contract", contract.value())
                .query(this::hit)
                .list());
    }

    Optional<Hit> find(UUID id, LocalDate today) {
        return answered(jdbc.sql(SELECT + " where s.hit_id = :id")
                        .param("today", today)
                        .param("id", id)
                        .query(this::hit)
                        .list())
                .stream()
                .findFirst();
    }

    /** Of all contracts: whoever asks leaves out what the viewer may not know of. */
    List<Hit> all(@Nullable Band band, @Nullable HitState state, LocalDate today, int limit) {
        return answered(jdbc.sql(SELECT
                        + " where (cast(:band as text) is null or e.band = :band) and (cast(:state as text) is null or s.state = :state)"
                        + ORDER + " limit :limit")
                .param("today", today)
                .param("band", band == null ? null : band.name(), Types.VARCHAR)
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("limit", limit)
                .query(this::hit)
                .list());
    }

    /** The last screening of a contract. */
    record LastRun(Instant at, Map<UUID, UUID> versions) {}

    Optional<LastRun> lastRun(ContractId contract) {
        return jdbc.sql("select run_id, run_at from screening.screened where contract_id = :contract")
                .param("contract", contract.value())
                .query((row, number) ->
                        new LastRun(ListStore.instant(row, "run_at"), asked(row.getObject("run_id", UUID.class))))
                .optional();
    }

    private Map<UUID, UUID> asked(UUID run) {
        Map<UUID, UUID> versions = new HashMap<>();
        jdbc.sql("select source_id, version_id from screening.run_list where run_id = :run and version_id is not null")
                .param("run", run)
                .query((row, number) ->
                        versions.put(row.getObject("source_id", UUID.class), row.getObject("version_id", UUID.class)))
                .list();
        return versions;
    }

    private List<Hit> answered(List<Hit> hits) {
        Map<UUID, List<Answer>> answers = answers(hits.stream().map(Hit::id).toList());
        return hits.stream()
                .map(hit -> hit.with(answers.getOrDefault(hit.id(), List.of())))
                .toList();
    }

    private record Given(UUID hit, Answer answer) {}

    private Map<UUID, List<Answer>> answers(Collection<UUID> hits) {
        return jdbc
                .sql(
                        """
                        select a.*, p.approved, p.reason as approval_reason, p.decided_by, p.decided_at
                          from screening.answer a left join screening.approval p using (hit_id, number)
                         where a.hit_id = any(:hits) order by a.hit_id, a.number
                        """)
                .param("hits", hits.toArray(UUID[]::new))
                .query((row, number) -> new Given(row.getObject("hit_id", UUID.class), answer(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Given::hit, Collectors.mapping(Given::answer, Collectors.toList())));
    }

    private static Answer answer(ResultSet row) throws SQLException {
        Approval approval = row.getString("decided_by") == null
                ? null
                : new Approval(
                        row.getBoolean("approved"),
                        row.getString("approval_reason"),
                        row.getString("decided_by"),
                        ListStore.instant(row, "decided_at"));
        return new Answer(
                row.getInt("number"),
                Verdict.valueOf(row.getString("verdict")),
                row.getInt("evidence"),
                row.getString("reason"),
                row.getObject("ends_on", LocalDate.class),
                row.getString("answered_by"),
                ListStore.instant(row, "answered_at"),
                approval);
    }

    private Hit hit(ResultSet row, int number) throws SQLException {
        return new Hit(
                row.getObject("id", UUID.class),
                new ContractId(row.getObject("contract_id", UUID.class)),
                PartyRole.valueOf(row.getString("role")),
                row.getString("party"),
                row.getString("list"),
                row.getInt("version"),
                row.getString("sha256"),
                row.getObject("stated_on", LocalDate.class),
                json.readValue(row.getString("body"), ListEntry.class),
                row.getString("entry_hash"),
                row.getInt("number"),
                row.getString("matched_name"),
                row.getDouble("score"),
                row.getDouble("adjustment"),
                Band.valueOf(row.getString("band")),
                json.readValue(row.getString("tokens"), TOKENS),
                ListStore.texts(row, "qualifiers"),
                ListStore.instant(row, "opened_at"),
                ListStore.instant(row, "seen_at"),
                HitState.valueOf(row.getString("state")),
                row.getBoolean("two"),
                row.getString("why"),
                List.of());
    }
}
