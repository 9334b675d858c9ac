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

/** Reads who has a part in reviews: one statement, however many reviews. */
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
            select i.id as review_id, c.submitter as account_owner, p.part, p.person,
                   r.round, r.pass, r.space, r.panel, r.opened_at, r.closed_at, r.closed_by, r.carried
            from review.review i join contract.contract c on c.id = i.contract_id
            left join counts r on r.review_id = i.id left join people p on p.review_id = i.id
            where i.id = any(:reviews)
            """;

    /** Of one review: PostgreSQL keeps its plan, while it plans anew for every list. Planning takes ten times as long as the rest. */
    private static final String OF_ONE = PEOPLE.replace("any(:reviews)", ":review");

    private final JdbcClient jdbc;
    private final VoteRounds rounds;

    PeopleWithAPart(JdbcClient jdbc, VoteRounds rounds) {
        this.jdbc = jdbc;
        this.rounds = rounds;
    }

    private enum Part {
        RECUSED,
        VOTER,
        VOTED_NOW,
        DECIDER,
        RULER,
        APPEAL_VOTER,
        APPELLANT,
        SEATED
    }

    /** By review; each of those given has its entry. */
    Map<ReviewId, Involved> in(Collection<ReviewCase> reviews) {
        Map<ReviewId, Gathered> gathered = new HashMap<>();
        asked(reviews.stream().map(review -> review.id().value()).toArray(UUID[]::new))
                .query((RowCallbackHandler) row -> add(row, gathered));
        return gathered.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .involved()));
    }

    private StatementSpec asked(UUID... reviews) {
        return reviews.length == 1
                ? jdbc.sql(OF_ONE).param("review", reviews[0])
                : jdbc.sql(PEOPLE).param("reviews", reviews);
    }

    /** Each row has a person, and beside it, always the same, what there is one of in each review. */
    private void add(ResultSet row, Map<ReviewId, Gathered> gathered) throws SQLException {
        ReviewId review = new ReviewId(row.getObject("review_id", UUID.class));
        Gathered of = gathered.get(review);
        if (of == null) {
            VoteRound round = row.getObject("round") == null ? null : rounds.map(row, row.getRow());
            of = new Gathered(row.getString("account_owner"), round, new EnumMap<>(Part.class));
            gathered.put(review, of);
        }
        String part = row.getString("part");
        if (part != null) {
            of.people()
                    .computeIfAbsent(Part.valueOf(part), each -> new HashSet<>())
                    .add(row.getString("person"));
        }
    }

    private record Gathered(@Nullable String accountOwner, @Nullable VoteRound round, Map<Part, Set<String>> people) {

        Involved involved() {
            return new Involved(
                    accountOwner,
                    of(Part.RECUSED),
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
