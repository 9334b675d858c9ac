package org.contractethics.finding.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions whose text was read, and which of them a query set has still to scan. */
@Repository
class UnscannedTexts {

    private final JdbcClient jdbc;

    UnscannedTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(DocumentVersionId version, ContractId contract, Instant now) {
        jdbc.sql(
                        """
                        insert into finding.text_read (version_id, contract_id, noted_at) values (:version, :contract, :now)
                        on conflict do nothing
                        """)
                .param("version", version.value())
                .param("contract", contract.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * Versions that neither the set nor a newer one has scanned yet, the newest first and those behind them that the set failed on;
     * without those that are to wait for their next try.
     */
    List<DocumentVersionId> of(int querySet, Instant now, int limit) {
        return jdbc.sql(
                        """
                        select t.version_id from finding.text_read t
                          left join finding.scan_failure f on f.version_id = t.version_id and f.query_set = :set
                         where not exists (select 1 from finding.scan s
                                            where s.version_id = t.version_id and s.query_set >= :set)
                           and (f.next_try_at is null or f.next_try_at <= :now)
                         order by f.version_id is not null, t.noted_at desc, t.version_id limit :limit
                        """)
                .param("set", querySet)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, number) -> new DocumentVersionId(row.getObject("version_id", UUID.class)))
                .list();
    }

    /** Whether there is any, to be tried now or later. */
    boolean any(int querySet) {
        return jdbc.sql(
                        """
                        select exists (select 1 from finding.text_read t
                                        where not exists (select 1 from finding.scan s
                                                           where s.version_id = t.version_id and s.query_set >= :set))
                        """)
                .param("set", querySet)
                .query(Boolean.class)
                .single();
    }
}
