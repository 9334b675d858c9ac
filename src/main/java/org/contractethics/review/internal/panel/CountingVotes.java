package org.contractethics.review.internal.panel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.review.CountedWork;
import org.contractethics.review.internal.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Votes by person, as the panel was drawn and changed since. Who voted in a round that is open is told by what is missing, nothing more. */
@Repository
class CountingVotes implements CountedWork {

    private final JdbcClient jdbc;

    CountingVotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> since(Instant since) {
        return jdbc.sql(
                        """
                        select 'VOTE_DUE' as kind, r.review_id as subject, s.person
                        from review.vote_round r
                        join review.review v on v.id = r.review_id and v.closed_at is null
                        join review.panel_seat s on s.review_id = r.review_id and s.pass = r.pass
                        where r.closed_at is null and not exists (
                            select 1 from review.vote c
                            where c.review_id = r.review_id and c.round = r.round and c.voter = s.person)
                        union all
                        select 'VOTE_CAST', c.review_id, c.voter
                        from review.vote c
                        join review.vote_round r on r.review_id = c.review_id and r.round = c.round
                        where r.closed_at is not null and c.cast_at >= :since
                        union all
                        select 'REMEDY_OF_CONCERN', m.id, '' from review.remediation m where m.cause like 'concern:%'
                        """)
                .param("since", Rows.at(since))
                .query((row, number) -> new Line(
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("subject", UUID.class),
                        row.getString("person")))
                .list();
    }
}
