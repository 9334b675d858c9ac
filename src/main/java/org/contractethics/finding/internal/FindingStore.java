package org.contractethics.finding.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.document.Documents.Clause;
import org.contractethics.finding.Findings.Verdict;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Scans, what they found, and what reviewers said of it; rows are only ever added. */
@Repository
class FindingStore {

    private final JdbcClient jdbc;

    FindingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A finding as it is stored. */
    record Row(
            UUID id,
            ContractId contract,
            DocumentVersionId version,
            String check,
            String topic,
            boolean negated,
            int ordinal,
            String part,
            @Nullable Integer page,
            int start,
            int end,
            int inClause,
            String words,
            String sentence) {}

    /** @param check what it is instead, where it was corrected */
    record Said(
            UUID finding, int number, Verdict verdict, @Nullable String check, String reason, String by, Instant at) {}

    record Scan(long id, DocumentVersionId version, int querySet, int clauses, int incomplete) {}

    void lock(DocumentVersionId version) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:version, 251))")
                .param("version", version.toString())
                .query((row, number) -> 1)
                .list();
    }

    long addScan(DocumentVersionId version, ContractId contract, int set, int clauses, int incomplete, Instant now) {
        return jdbc.sql(
                        """
                        insert into finding.scan (version_id, contract_id, query_set, scanned_at, clauses, incomplete)
                        values (:version, :contract, :set, :now, :clauses, :incomplete) returning id
                        """)
                .param("version", version.value())
                .param("contract", contract.value())
                .param("set", set)
                .param("now", Timestamp.from(now))
                .param("clauses", clauses)
                .param("incomplete", incomplete)
                .query(Long.class)
                .single();
    }

    void addFound(long scan, ContractId contract, FoundPlace place, UUID id) {
        Clause clause = place.clause();
        jdbc.sql(
                        """
                        with added as (
                            insert into finding.finding (id, version_id, contract_id, check_id, topic, negated, ordinal, part, page,
                                                         start_offset, end_offset, in_clause, words, sentence, phrase)
                            values (:id, :version, :contract, :check, :topic, :negated, :ordinal, :part, :page,
                                    :start, :end, :inClause, :words, :sentence, :phrase)
                            on conflict do nothing returning id)
                        insert into finding.seen (scan_id, finding_id)
                        select :scan, coalesce(
                            (select id from added),
                            (select f.id from finding.finding f
                              where f.version_id = :version and f.check_id = :check and f.topic = :topic
                                and f.negated = :negated and f.ordinal = :ordinal and f.in_clause = :inClause
                                and f.end_offset = :end))
                        on conflict do nothing
                        """)
                .param("scan", scan)
                .param("id", id)
                .param("version", clause.version().value())
                .param("contract", contract.value())
                .param("check", place.check())
                .param("topic", place.topic())
                .param("negated", place.negated())
                .param("ordinal", clause.ordinal())
                .param("part", clause.part())
                .param("page", clause.page(), java.sql.Types.INTEGER)
                .param("start", clause.start() + place.inClause())
                .param("end", clause.start() + place.end())
                .param("inClause", place.inClause())
                .param("words", place.words())
                .param("sentence", place.sentence())
                .param("phrase", place.phrase())
                .update();
    }

    /** The last scan of each of the versions that was scanned at all. */
    List<Scan> lastScans(Collection<DocumentVersionId> versions) {
        if (versions.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        select distinct on (version_id) id, version_id, query_set, clauses, incomplete from finding.scan
                         where version_id in (:versions) order by version_id, id desc
                        """)
                .param(
                        "versions",
                        versions.stream().map(DocumentVersionId::value).toList())
                .query(FindingStore::scan)
                .list();
    }

    /** The last scan of the same version with an earlier set. */
    Optional<Scan> scanBefore(Scan scan) {
        return jdbc.sql(
                        """
                        select id, version_id, query_set, clauses, incomplete from finding.scan
                         where version_id = :version and query_set < :set order by id desc limit 1
                        """)
                .param("version", scan.version().value())
                .param("set", scan.querySet())
                .query(FindingStore::scan)
                .optional();
    }

    /** What the last scan of the version saw; nothing where it was not scanned. */
    List<Row> lastSeen(DocumentVersionId version) {
        return jdbc.sql(
                        """
                        select f.* from finding.finding f join finding.seen s on s.finding_id = f.id
                         where s.scan_id = (select id from finding.scan where version_id = (select :version::uuid)
                                             order by id desc limit 1)
                         order by f.ordinal, f.in_clause, f.check_id, f.topic, f.id
                        """)
                .param("version", version.value())
                .query(FindingStore::row)
                .list();
    }

    /** The number comes from a row: of a bare parameter PostgreSQL guesses that planning anew might pay, each time. */
    List<Row> seenBy(long scan) {
        return jdbc.sql(
                        "select f.* from finding.finding f join finding.seen s on s.finding_id = f.id"
                                + " where s.scan_id = (select :scan::bigint) order by f.ordinal, f.in_clause, f.check_id, f.topic, f.id")
                .param("scan", scan)
                .query(FindingStore::row)
                .list();
    }

    Optional<Row> find(UUID finding) {
        return jdbc.sql("select f.* from finding.finding f where f.id = :id")
                .param("id", finding)
                .query(FindingStore::row)
                .optional();
    }

    List<Said> judgements(ContractId contract) {
        return jdbc.sql(
                        """
                        select j.* from finding.judgement j join finding.finding f on f.id = j.finding_id
                         where f.contract_id = (select :contract::uuid) order by j.finding_id, j.number
                        """)
                .param("contract", contract.value())
                .query(FindingStore::said)
                .list();
    }

    /** The check that the last correction of a finding names; empty where nobody corrected it. */
    Optional<String> correctedTo(UUID finding) {
        return jdbc.sql("select check_id from finding.judgement where finding_id = :finding and check_id is not null"
                        + " order by number desc limit 1")
                .param("finding", finding)
                .query(String.class)
                .optional();
    }

    /** Waits for whoever is judging the same finding. */
    int lockForJudging(UUID finding) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:finding, 252))")
                .param("finding", finding.toString())
                .query((row, number) -> 1)
                .list();
        return jdbc.sql("select coalesce(max(number), 0) from finding.judgement where finding_id = :finding")
                .param("finding", finding)
                .query(Integer.class)
                .single();
    }

    void judge(Said said) {
        jdbc.sql(
                        """
                        insert into finding.judgement (finding_id, number, verdict, check_id, reason, judged_by, judged_at)
                        values (:finding, :number, :verdict, :check, :reason, :by, :at)
                        """)
                .param("finding", said.finding())
                .param("number", said.number())
                .param("verdict", said.verdict().name())
                .param("check", said.check(), java.sql.Types.VARCHAR)
                .param("reason", said.reason())
                .param("by", said.by())
                .param("at", Timestamp.from(said.at()))
                .update();
    }

    private static Scan scan(ResultSet row, int number) throws SQLException {
        return new Scan(
                row.getLong("id"),
                version(row),
                row.getInt("query_set"),
                row.getInt("clauses"),
                row.getInt("incomplete"));
    }

    private static DocumentVersionId version(ResultSet row) throws SQLException {
        return new DocumentVersionId(row.getObject("version_id", UUID.class));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        int page = row.getInt("page");
        Integer pageOrNone = row.wasNull() ? null : page;
        return new Row(
                row.getObject("id", UUID.class),
                new ContractId(row.getObject("contract_id", UUID.class)),
                version(row),
                row.getString("check_id"),
                row.getString("topic"),
                row.getBoolean("negated"),
                row.getInt("ordinal"),
                row.getString("part"),
                pageOrNone,
                row.getInt("start_offset"),
                row.getInt("end_offset"),
                row.getInt("in_clause"),
                row.getString("words"),
                row.getString("sentence"));
    }

    private static Said said(ResultSet row, int number) throws SQLException {
        return new Said(
                row.getObject("finding_id", UUID.class),
                row.getInt("number"),
                Verdict.valueOf(row.getString("verdict")),
                row.getString("check_id"),
                row.getString("reason"),
                row.getString("judged_by"),
                row.getObject("judged_at", OffsetDateTime.class).toInstant());
    }
}
