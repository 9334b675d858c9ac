package org.contractethics.review.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads reviews with who has a part in them: one statement, however many reviews. */
@Repository
class PeopleWithAPart {

    /** The appeal that waits is the newest one without a ruling; the round that counts is the open one, or else the last. */
    private static final String PEOPLE =
            """
            with counts as (
                select distinct on (review_id) * from review.vote_round
                where review_id = any(:reviews) order by review_id, round desc),
            people as (
                select review_id, 'RECUSED' as part, person from review.recusal where review_id = any(:reviews)
                union all
                select review_id, 'DECLARED', person from review.conflict_declaration
                where review_id = any(:reviews) and not conflict
                union all
                select review_id, 'VOTER', voter from review.vote where review_id = any(:reviews)
                union all
                select v.review_id, 'VOTED_NOW', v.voter from review.vote v
                join review.vote_round r on r.review_id = v.review_id and r.round = v.round and r.closed_at is null
                where v.review_id = any(:reviews)
                union all
                select review_id, 'DECIDER', decided_by from review.decision where review_id = any(:reviews)
                union all
                select a.review_id, 'RULER', r.decided_by from review.appeal a
                join review.appeal_ruling r on r.appeal_id = a.id where a.review_id = any(:reviews)
                union all
                select a.review_id, 'APPEAL_VOTER', v.voter from review.appeal a
                join review.appeal_vote v on v.appeal_id = a.id where a.review_id = any(:reviews)
                union all
                select * from (select distinct on (a.review_id) a.review_id, 'APPELLANT', a.filed_by from review.appeal a
                    where a.review_id = any(:reviews)
                      and not exists (select 1 from review.appeal_ruling r where r.appeal_id = a.id)
                      and not exists (select 1 from review.decision_lapse l where l.decision_id = a.decision_id)
                    order by a.review_id, a.filed_at desc) waiting
                union all
                select s.review_id, 'SEATED', s.person from review.panel_seat s join counts using (review_id, pass))
            select
            """
                    + ReviewCases.COLUMNS
                    + """
                   , p.part, p.person,
                   v.review_id as v_review_id, v.round as v_round, v.pass as v_pass, v.space as v_space, v.panel as v_panel,
                   v.opened_at as v_opened_at, v.closed_at as v_closed_at, v.closed_by as v_closed_by, v.carried as v_carried
            from review.review r
            left join counts v on v.review_id = r.id left join people p on p.review_id = r.id
            where r.id = any(:reviews)
            """;

    /** Of one review: PostgreSQL keeps its plan, while it plans anew for every list. Planning takes ten times as long as the rest. */
    private static final String OF_ONE = PEOPLE.replace("any(:reviews)", ":review");

    private final JdbcClient jdbc;
    private final ReviewCases reviews;
    private final VoteRounds rounds;

    PeopleWithAPart(JdbcClient jdbc, ReviewCases reviews, VoteRounds rounds) {
        this.jdbc = jdbc;
        this.reviews = reviews;
        this.rounds = rounds;
    }

    /** A review with who has a part in it, as both were when read. */
    record Peopled(ReviewCase review, Involved involved) {

        Objections objections() {
            return new Objections(review, involved);
        }
    }

    private enum Part {
        RECUSED,
        DECLARED,
        VOTER,
        VOTED_NOW,
        DECIDER,
        RULER,
        APPEAL_VOTER,
        APPELLANT,
        SEATED
    }

    /** By review; those that do not exist are left out. */
    Map<ReviewId, Peopled> in(Collection<ReviewId> ids) {
        Map<ReviewId, Gathered> gathered = new HashMap<>();
        asked(ids.stream().map(ReviewId::value).toArray(UUID[]::new))
                .query((RowCallbackHandler) row -> add(row, gathered));
        return gathered.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .peopled()));
    }

    private StatementSpec asked(UUID... ids) {
        return ids.length == 1
                ? jdbc.sql(OF_ONE).param("review", ids[0])
                : jdbc.sql(PEOPLE).param("reviews", ids);
    }

    /** Each row has a person, and beside it, always the same, what there is one of in each review. */
    private void add(ResultSet row, Map<ReviewId, Gathered> gathered) throws SQLException {
        ReviewId id = new ReviewId(row.getObject("id", UUID.class));
        Gathered of = gathered.get(id);
        if (of == null) {
            of = new Gathered(
                    reviews.map(row, row.getRow()),
                    row.getObject("v_round") == null ? null : rounds.map(row, "v_"),
                    new EnumMap<>(Part.class));
            gathered.put(id, of);
        }
        String part = row.getString("part");
        if (part != null) {
            of.people()
                    .computeIfAbsent(Part.valueOf(part), each -> new HashSet<>())
                    .add(row.getString("person"));
        }
    }

    private record Gathered(ReviewCase review, @Nullable VoteRound round, Map<Part, Set<String>> people) {

        Peopled peopled() {
            return new Peopled(review, involved());
        }

        private Involved involved() {
            return new Involved(
                    of(Part.RECUSED),
                    of(Part.DECLARED),
                    of(Part.VOTER),
                    of(Part.VOTED_NOW),
                    of(Part.DECIDER),
                    of(Part.RULER),
                    of(Part.APPEAL_VOTER),
                    of(Part.APPELLANT).stream().findFirst().orElse(null),
                    of(Part.SEATED),
                    round);
        }

        private Set<String> of(Part part) {
            return people.getOrDefault(part, Set.of());
        }
    }
}
