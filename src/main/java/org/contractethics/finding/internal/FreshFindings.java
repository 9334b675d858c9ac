package org.contractethics.finding.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.finding.internal.FindingStore.Scan;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a query set found that the set before had not found in the same text, and whether reviewers were told of it. */
@Repository
class FreshFindings {

    private final JdbcClient jdbc;

    FreshFindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * New findings of one check in one version of a document.
     *
     * @param check what they are; after a correction, what the reviewer said they are
     * @param unjudged how many of them nobody has judged
     */
    record Fresh(ContractId contract, DocumentVersionId version, String check, int found, int unjudged) {}

    /** Keeps what the scan found beyond the one with the set before. */
    void note(long scan, Scan before) {
        jdbc.sql(
                        """
                        insert into finding.fresh (scan_id, finding_id)
                        select s.scan_id, s.finding_id from finding.seen s
                         where s.scan_id = :scan
                           and not exists (select 1 from finding.seen k
                                            where k.scan_id = :before and k.finding_id = s.finding_id)
                        """)
                .param("scan", scan)
                .param("before", before.id())
                .update();
    }

    /** All that a set found anew, in versions of documents that may have been replaced since. */
    List<Fresh> of(int querySet) {
        return jdbc.sql(
                        """
                        select f.contract_id, f.version_id, coalesce(corrected.check_id, f.check_id) as kind, count(*) as found,
                               count(*) filter (where not exists
                                   (select 1 from finding.judgement j where j.finding_id = f.id)) as unjudged
                          from finding.finding f
                          left join lateral (select j.check_id from finding.judgement j
                                              where j.finding_id = f.id and j.check_id is not null
                                              order by j.number desc limit 1) corrected on true
                         where f.id in (select n.finding_id from finding.fresh n join finding.scan s on s.id = n.scan_id
                                         where s.query_set = :set)
                         group by f.contract_id, f.version_id, kind order by kind, f.version_id
                        """)
                .param("set", querySet)
                .query((row, number) -> new Fresh(
                        new ContractId(row.getObject("contract_id", UUID.class)),
                        new DocumentVersionId(row.getObject("version_id", UUID.class)),
                        row.getString("kind"),
                        row.getInt("found"),
                        row.getInt("unjudged")))
                .list();
    }

    /** Sets of whose new findings nobody was told yet, the oldest first. */
    List<Integer> untold() {
        return jdbc.sql("select number from finding.query_set where number not in"
                        + " (select query_set from finding.query_set_told) order by number")
                .query(Integer.class)
                .list();
    }

    /** Whether this call was the first to say so. */
    boolean told(int querySet, Instant now) {
        return jdbc.sql(
                                "insert into finding.query_set_told (query_set, told_at) values (:set, :now) on conflict do nothing")
                        .param("set", querySet)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }
}
