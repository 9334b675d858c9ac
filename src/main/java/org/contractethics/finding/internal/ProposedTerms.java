package org.contractethics.finding.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Terms that reviewers proposed, and what others said of them; rows are only ever added. */
@Repository
public class ProposedTerms {

    private static final String SELECT =
            """
            select t.id, t.check_id, t.phrase, t.reason, t.proposed_by, t.proposed_at,
                   r.accepted, r.reason as ruling, r.ruled_by, r.ruled_at, r.query_set
              from finding.proposed_term t left join finding.term_ruling r on r.term_id = t.id
            """;

    private final JdbcClient jdbc;

    ProposedTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, String check, String phrase, String reason, String by, Instant at) {
        jdbc.sql(
                        """
                        insert into finding.proposed_term (id, check_id, phrase, reason, proposed_by, proposed_at)
                        values (:id, :check, :phrase, :reason, :by, :at)
                        """)
                .param("id", id)
                .param("check", check)
                .param("phrase", phrase)
                .param("reason", reason)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    void rule(UUID term, boolean accepted, String reason, String by, Instant at, @Nullable Integer querySet) {
        jdbc.sql(
                        """
                        insert into finding.term_ruling (term_id, accepted, reason, ruled_by, ruled_at, query_set)
                        values (:term, :accepted, :reason, :by, :at, :set)
                        """)
                .param("term", term)
                .param("accepted", accepted)
                .param("reason", reason)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("set", querySet, java.sql.Types.INTEGER)
                .update();
    }

    /** Whether the same words were proposed for the check and nobody has ruled on them. */
    boolean waiting(String check, String phrase) {
        return jdbc.sql(
                        """
                        select exists (select 1 from finding.proposed_term t
                                       where t.check_id = :check and t.phrase = :phrase
                                         and not exists (select 1 from finding.term_ruling r where r.term_id = t.id))
                        """)
                .param("check", check)
                .param("phrase", phrase)
                .query(Boolean.class)
                .single();
    }

    /** Waits for whoever is ruling on terms: each acceptance is a version of its own. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(7251252)")
                .query((row, number) -> 1)
                .list();
    }

    Optional<Term> find(UUID id) {
        return jdbc.sql(SELECT + " where t.id = :id")
                .param("id", id)
                .query(ProposedTerms::map)
                .optional();
    }

    /** Those without a ruling first, then the newest. */
    List<Term> all(int limit) {
        return jdbc.sql(SELECT + " order by r.term_id is not null, t.proposed_at desc, t.id limit :limit")
                .param("limit", limit)
                .query(ProposedTerms::map)
                .list();
    }

    /** @param ruling null while nobody has ruled */
    @Schema(name = "ProposedTerm")
    public record Term(
            UUID id,
            String check,
            String phrase,
            String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable Ruling ruling) {}

    /** @param querySet number of the version that it began; null where the term was refused */
    public record Ruling(boolean accepted, String reason, String by, Instant at, @Nullable Integer querySet) {}

    private static Term map(ResultSet row, int number) throws SQLException {
        OffsetDateTime ruledAt = row.getObject("ruled_at", OffsetDateTime.class);
        int set = row.getInt("query_set");
        Integer setOrNone = row.wasNull() ? null : set;
        Ruling ruling = ruledAt == null
                ? null
                : new Ruling(
                        row.getBoolean("accepted"),
                        row.getString("ruling"),
                        row.getString("ruled_by"),
                        ruledAt.toInstant(),
                        setOrNone);
        return new Term(
                row.getObject("id", UUID.class),
                row.getString("check_id"),
                row.getString("phrase"),
                row.getString("reason"),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                ruling);
    }
}
