package org.contractethics.finding.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.contractethics.finding.internal.detection.Detectors;
import org.contractethics.finding.internal.matching.PhraseParser;
import org.contractethics.finding.internal.matching.QuerySet;
import org.contractethics.finding.internal.matching.QuerySetFiles;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The numbered versions of the query set: the packed files and every term that was accepted. A set is known by the hash of all that
 * is in it; a product with other files begins a new number by itself.
 */
@Repository
public class QuerySets {

    /** Counts up where the same files find other places, for example in more parts of a file: then all is scanned again. */
    private static final String SCANNER = "scanner 4";

    private final JdbcClient jdbc;
    private final QuerySet packed = QuerySetFiles.packed();
    private final String packedHash;
    private final AtomicReference<@Nullable Built> built = new AtomicReference<>();

    QuerySets(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.packedHash =
                Sha256.hex(QuerySetFiles.load(QuerySetFiles.CHECKS) + "\n" + QuerySetFiles.load(QuerySetFiles.PHRASES)
                        + "\n" + QuerySetFiles.load(Detectors.FILE) + "\n" + SCANNER);
    }

    /** @param added how many accepted terms it holds beyond the packed files */
    public record Version(int number, String sha256, String author, Instant since, String reason, int added) {}

    private record Built(int number, QuerySet set) {}

    private record Term(String check, String phrase) {}

    /** The checks, which no term changes. */
    public QuerySet checks() {
        return packed;
    }

    /**
     * The version of the files that this process was packed with; begins one where none ever held the same. While two products run
     * beside each other, each keeps to its own.
     */
    @Transactional
    public Version current(Instant now) {
        List<Term> terms = accepted();
        String hash = hash(terms);
        return holding(hash)
                .orElseGet(() -> begin(hash, Actor.SYSTEM.username(), "The files packed with the product.", now));
    }

    /** The same, empty where it has not begun yet. */
    Optional<Version> own() {
        return holding(hash(accepted()));
    }

    private Optional<Version> holding(String hash) {
        return jdbc.sql(SELECT + " where q.sha256 = :hash order by q.number desc limit 1")
                .param("hash", hash)
                .query(QuerySets::map)
                .optional();
    }

    /** Begins the version that holds one more term; the caller stores its acceptance in the same transaction. */
    Version beginWith(String check, String phrase, String author, String reason, Instant now) {
        List<Term> terms = new java.util.ArrayList<>(accepted());
        terms.add(new Term(check, phrase));
        return begin(hash(terms), author, reason, now);
    }

    private Version begin(String hash, String author, String reason, Instant now) {
        // one at a time: two nodes may start together
        jdbc.sql("select pg_advisory_xact_lock(7251251)")
                .query((row, number) -> 1)
                .list();
        Optional<Version> meanwhile = holding(hash);
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        jdbc.sql(
                        """
                        insert into finding.query_set (number, packed_hash, sha256, author, since, reason)
                        values ((select coalesce(max(number), 0) + 1 from finding.query_set), :packed, :hash, :author, :now, :reason)
                        """)
                .param("packed", packedHash)
                .param("hash", hash)
                .param("author", author)
                .param("now", Timestamp.from(now))
                .param("reason", reason)
                .update();
        return latest().orElseThrow();
    }

    /** All versions, the newest first. */
    public List<Version> all() {
        return jdbc.sql(SELECT + " order by q.number desc")
                .query(QuerySets::map)
                .list();
    }

    public Optional<Version> find(int number) {
        return jdbc.sql(SELECT + " where q.number = :number")
                .param("number", number)
                .query(QuerySets::map)
                .optional();
    }

    private Optional<Version> latest() {
        return jdbc.sql(SELECT + " order by q.number desc limit 1")
                .query(QuerySets::map)
                .optional();
    }

    /** The checks with the phrases of the newest version. */
    QuerySet content(Version version) {
        Built last = built.get();
        if (last != null && last.number() == version.number()) {
            return last.set();
        }
        QuerySet set = packed;
        for (Term term : accepted()) {
            set = set.with(term.check(), PhraseParser.parse(term.phrase()));
        }
        built.set(new Built(version.number(), set));
        return set;
    }

    private List<Term> accepted() {
        return jdbc.sql(
                        """
                        select t.check_id, t.phrase from finding.term_ruling r
                          join finding.proposed_term t on t.id = r.term_id
                         where r.accepted order by r.query_set
                        """)
                .query((row, number) -> new Term(row.getString("check_id"), row.getString("phrase")))
                .list();
    }

    private String hash(List<Term> terms) {
        StringBuilder all = new StringBuilder(packedHash);
        terms.forEach(term -> all.append('\n').append(term.check()).append('\t').append(term.phrase()));
        return Sha256.hex(all.toString());
    }

    private static final String SELECT =
            """
            select q.number, q.sha256, q.author, q.since, q.reason,
                   (select count(*) from finding.term_ruling r where r.query_set <= q.number) as added
              from finding.query_set q
            """;

    private static Version map(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getInt("number"),
                row.getString("sha256"),
                row.getString("author"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getInt("added"));
    }
}
