package org.contractethics.screening.internal;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.screening.internal.ListsInForce.Held;
import org.contractethics.screening.internal.matching.Match;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The screenings of contracts and what they found; written by the screening alone. */
@Repository
class HitStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    HitStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One screening or answer of a contract at a time. */
    void lock(ContractId contract) {
        jdbc.sql("select pg_advisory_xact_lock(1081, hashtext(:contract))")
                .param("contract", contract.toString())
                .query((row, number) -> 1)
                .list();
    }

    /** Which party is near which entry of which source. */
    record Key(String party, UUID source, String entry) {}

    /** @param number of the evidence that stands */
    record Open(UUID id, Key key, int number, String entryHash, String name, String band) {

        /** Whether the match says another thing than what is kept: a score that moves a little within its band does not. */
        boolean saysTheSame(Match match) {
            return entryHash.equals(match.entry().hash())
                    && name.equals(match.name().text())
                    && band.equals(match.band().name());
        }
    }

    List<Open> open(ContractId contract) {
        return jdbc.sql(
                        """
                        select h.id, h.party_hash, h.source_id, h.entry_id, e.number, e.entry_hash, e.matched_name, e.band
                          from screening.hit h
                          join lateral (select * from screening.evidence x where x.hit_id = h.id order by x.number desc limit 1) e on true
                         where h.contract_id = :contract
                           and not exists (select 1 from screening.closing c where c.hit_id = h.id)
                        """)
                .param("contract", contract.value())
                .query((row, number) -> new Open(
                        row.getObject("id", UUID.class),
                        new Key(
                                row.getString("party_hash"),
                                row.getObject("source_id", UUID.class),
                                row.getString("entry_id")),
                        row.getInt("number"),
                        row.getString("entry_hash"),
                        row.getString("matched_name"),
                        row.getString("band")))
                .list();
    }

    void addRun(UUID run, ContractId contract, int factsVersion, int parties, List<Held> lists, Instant now) {
        jdbc.sql(
                        """
                        insert into screening.run (id, contract_id, facts_version, parties, run_at)
                        values (:id, :contract, :version, :parties, :now)
                        """)
                .param("id", run)
                .param("contract", contract.value())
                .param("version", factsVersion)
                .param("parties", parties)
                .param("now", Timestamp.from(now))
                .update();
        for (Held held : lists) {
            ListVersion version = held.version();
            jdbc.sql("insert into screening.run_list (run_id, source_id, version_id) values (:run, :source, :version)")
                    .param("run", run)
                    .param("source", held.sourceId())
                    .param("version", version == null ? null : version.id(), Types.OTHER)
                    .update();
        }
        jdbc.sql(
                        """
                        insert into screening.screened (contract_id, run_id, facts_version, lists, run_at)
                        values (:contract, :run, :version, :lists, :now)
                        on conflict (contract_id) do update set run_id = excluded.run_id,
                            facts_version = excluded.facts_version, lists = excluded.lists, run_at = excluded.run_at
                        """)
                .param("contract", contract.value())
                .param("run", run)
                .param("version", factsVersion)
                .param("lists", ListsInForce.fingerprint(lists))
                .param("now", Timestamp.from(now))
                .update();
    }

    void addHit(UUID id, ContractId contract, Party party, Key key, UUID run, Instant now) {
        jdbc.sql(
                        """
                        insert into screening.hit (id, contract_id, role, party, kind, countries, party_hash, source_id, entry_id, run_id, opened_at)
                        values (:id, :contract, :role, :party, :kind, :countries, :hash, :source, :entry, :run, :now)
                        """)
                .param("id", id)
                .param("contract", contract.value())
                .param("role", party.role().name())
                .param("party", party.name())
                .param("kind", party.kind().name())
                .param("countries", party.countries().stream().sorted().toArray(String[]::new))
                .param("hash", key.party())
                .param("source", key.source())
                .param("entry", key.entry())
                .param("run", run)
                .param("now", Timestamp.from(now))
                .update();
    }

    void addEvidence(UUID hit, int number, UUID source, UUID version, Match match, Instant now) {
        jdbc.sql(
                        """
                        insert into screening.evidence (hit_id, number, version_id, source_id, entry_id, entry_hash, matched_name, strength,
                            score, adjustment, band, tokens, qualifiers, seen_at)
                        values (:hit, :number, :version, :source, :entry, :hash, :name, :strength,
                            :score, :adjustment, :band, cast(:tokens as jsonb), :qualifiers, :now)
                        """)
                .param("hit", hit)
                .param("number", number)
                .param("version", version)
                .param("source", source)
                .param("entry", match.entry().id())
                .param("hash", match.entry().hash())
                .param("name", match.name().text())
                .param("strength", match.name().strength().name())
                .param("score", match.score())
                .param("adjustment", match.adjustment())
                .param("band", match.band().name())
                .param("tokens", json.writeValueAsString(match.tokens()))
                .param("qualifiers", match.qualifiers().toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    void close(UUID hit, ClosedWhy why, UUID run, Instant now) {
        jdbc.sql("insert into screening.closing (hit_id, why, run_id, closed_at) values (:hit, :why, :run, :now)")
                .param("hit", hit)
                .param("why", why.name())
                .param("run", run)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Why a hit is no more. */
    enum ClosedWhy {
        ENTRY_GONE,
        PARTY_GONE,
        NO_LONGER_NEAR
    }

    /** Contracts never screened, screened with other facts or against other lists, or last screened before this moment. */
    List<ContractId> due(String lists, Instant before, int limit) {
        return jdbc.sql(
                        """
                        select c.id from contract.contract c left join screening.screened s on s.contract_id = c.id
                         where s.contract_id is null or s.facts_version <> c.version or s.lists <> :lists or s.run_at < :before
                         order by s.run_at nulls first, c.number desc limit :limit
                        """)
                .param("lists", lists)
                .param("before", Timestamp.from(before))
                .param("limit", limit)
                .query((row, number) -> new ContractId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Strong hits of which nobody was told yet, noted as told. */
    int tell(Instant now) {
        return jdbc.sql(
                        """
                        insert into screening.told (hit_id, number, told_at)
                        select e.hit_id, e.number, :now from screening.evidence e
                         where e.band = 'STRONG'
                           and not exists (select 1 from screening.evidence l where l.hit_id = e.hit_id and l.number > e.number)
                           and not exists (select 1 from screening.closing c where c.hit_id = e.hit_id)
                           and not exists (select 1 from screening.told t where t.hit_id = e.hit_id and t.number = e.number)
                        on conflict do nothing
                        """)
                .param("now", Timestamp.from(now))
                .update();
    }
}
