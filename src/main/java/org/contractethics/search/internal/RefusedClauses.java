package org.contractethics.search.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Clauses that the cluster would not take, whatever the reason in them: they are missing in search until they are mended. */
@Component
public class RefusedClauses {

    private static final int MOST_SHOWN = 100;

    private final JdbcClient jdbc;

    RefusedClauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is missing of one version, with the first clause of it. */
    public record RefusedOf(String contract, String version, int clauses, int ordinal, String field, String reason) {}

    /** In place of what was refused of this version before. */
    void note(DocumentVersionId version, List<RefusedClause> clauses, Instant now) {
        jdbc.sql("delete from search.refused_clause where version = :version")
                .param("version", version.value())
                .update();
        for (RefusedClause clause : clauses) {
            jdbc.sql(
                            """
                    insert into search.refused_clause (version, ordinal, field, reason, refused_at)
                    values (:version, :ordinal, :field, :reason, :now)""")
                    .param("version", version.value())
                    .param("ordinal", clause.ordinal())
                    .param("field", clause.field())
                    .param("reason", clause.reason())
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }

    int of(DocumentVersionId version) {
        return jdbc.sql("select count(*) from search.refused_clause where version = :version")
                .param("version", version.value())
                .query(Integer.class)
                .single();
    }

    List<RefusedOf> latest() {
        return jdbc.sql(
                        """
                select distinct on (r.version) v.contract::text, r.version::text,
                       (count(*) over (partition by r.version))::int clauses, r.ordinal, r.field, r.reason
                from search.refused_clause r join search.version v on v.version = r.version
                order by r.version, r.ordinal limit :most""")
                .param("most", MOST_SHOWN)
                .query(RefusedOf.class)
                .list();
    }
}
