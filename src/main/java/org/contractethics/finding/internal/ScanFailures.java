package org.contractethics.finding.internal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.TransactionException;

/** Versions whose last scan failed, why, and when the next one is tried: after a pause that grows with each. */
@Repository
class ScanFailures {

    /** Before each try after the first; the last one from then on. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(24));

    private final JdbcClient jdbc;

    ScanFailures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum Reason {
        DATABASE("the database did not give its text or did not take what was found"),
        TOO_DEEP("a sentence of it nests too deeply for the query set"),
        SCANNER("the query set fails on its text");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        static Reason of(Throwable failed) {
            if (failed instanceof StackOverflowError) {
                return TOO_DEEP;
            }
            return failed instanceof DataAccessException || failed instanceof TransactionException ? DATABASE : SCANNER;
        }
    }

    /** @param tries with this query set */
    record Failure(DocumentVersionId version, int querySet, Reason reason, int tries, Instant nextTry) {}

    Failure note(DocumentVersionId version, int querySet, Reason reason, Instant now) {
        Failure before = of(List.of(version)).get(version);
        int tries = before != null && before.querySet() == querySet ? before.tries() + 1 : 1;
        Instant next = now.plus(PAUSES.get(Math.min(tries, PAUSES.size()) - 1));
        jdbc.sql(
                        """
                        insert into finding.scan_failure (version_id, query_set, reason, tries, failed_at, next_try_at)
                        values (:version, :set, :reason, :tries, :now, :next)
                        on conflict (version_id) do update
                           set query_set = :set, reason = :reason, tries = :tries, failed_at = :now, next_try_at = :next
                        """)
                .param("version", version.value())
                .param("set", querySet)
                .param("reason", reason.name())
                .param("tries", tries)
                .param("now", Timestamp.from(now))
                .param("next", Timestamp.from(next))
                .update();
        return new Failure(version, querySet, reason, tries, next);
    }

    void forget(DocumentVersionId version) {
        jdbc.sql("delete from finding.scan_failure where version_id = :version")
                .param("version", version.value())
                .update();
    }

    /** By version; one that never failed, or was scanned since, is absent. */
    Map<DocumentVersionId, Failure> of(Collection<DocumentVersionId> versions) {
        if (versions.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select version_id, query_set, reason, tries, next_try_at from finding.scan_failure"
                        + " where version_id in (:versions)")
                .param(
                        "versions",
                        versions.stream().map(DocumentVersionId::value).toList())
                .query((row, number) -> new Failure(
                        new DocumentVersionId(row.getObject("version_id", UUID.class)),
                        row.getInt("query_set"),
                        Reason.valueOf(row.getString("reason")),
                        row.getInt("tries"),
                        row.getObject("next_try_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Failure::version, Function.identity()));
    }
}
