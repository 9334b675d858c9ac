package org.contractethics.review.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
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
                select v.review_id, 'VOTED_LAST', v.voter from review.vote v join counts using (review_id, round)
                where v.choice <> 'ABSTAIN'
                union all
                select review_id, 'DECIDER', decided_by from review.decision where review_id = any(:reviews)
                union all
                select a.review_id, 'RULER', r.decided_by from review.appeal a
                join review.appeal_ruling r on r.appeal_id = a.id where a.review_id = any(:reviews)
                union all
                select a.review_id, 'APPEAL_VOTER', v.voter from review.appeal a
                join review.appeal_vote v on v.appeal_id = a.id where a.review_id = any(:reviews)
                union all
                select waiting.review_id, 'APPELLANT', each.person
                from (select distinct on (a.review_id) a.review_id, a.id, a.filed_by from review.appeal a
                    where a.review_id = any(:reviews)
                      and not exists (select 1 from review.appeal_ruling r where r.appeal_id = a.id)
                      and not exists (select 1 from review.decision_lapse l where l.decision_id = a.decision_id)
                    order by a.review_id, a.filed_at desc) waiting
                cross join lateral (select waiting.filed_by as person
                    union all select j.person from review.appeal_joining j where j.appeal_id = waiting.id) each
                union all
                select s.review_id, 'SEATED', s.person from review.panel_seat s join counts using (review_id, pass)),
            gathered as (
                select review_id, array_agg(part) as parts, array_agg(person) as persons from people group by review_id)
            select
            """
                    + ReviewCases.COLUMNS
                    + """
                   , p.parts, p.persons,
                   v.review_id as v_review_id, v.round as v_round, v.pass as v_pass, v.space as v_space, v.panel as v_panel,
                   v.residual_space as v_residual_space,
                   case when v.residual_space is not null
                       then (select s.agreed from review.residual_standing(v.review_id, v.pass) s) end as v_countersigned,
                   v.opened_at as v_opened_at, v.closed_at as v_closed_at, v.closed_by as v_closed_by, v.carried as v_carried
            from review.review r
            left join counts v on v.review_id = r.id left join gathered p on p.review_id = r.id
            where r.id = any(:reviews)
            """;

    /**
     * Of one review: PostgreSQL keeps its plan, while it plans anew for every list. Planning takes ten times as long as the rest. The id
     * comes from a row: of a bare parameter PostgreSQL guesses, from what it knows of the very review, that planning anew might pay.
     */
    private static final String OF_ONE = "with asked as materialized (select :review::uuid as id),"
            + PEOPLE.substring("with".length()).replace("any(:reviews)", "(select id from asked)");

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

        Objections objections(Supplier<List<Actor>> chairs) {
            return new Objections(review, involved, chairs);
        }
    }

    private enum Part {
        RECUSED,
        DECLARED,
        VOTER,
        VOTED_NOW,
        VOTED_LAST,
        DECIDER,
        RULER,
        APPEAL_VOTER,
        APPELLANT,
        SEATED
    }

    /** By review; those that do not exist are left out. */
    Map<ReviewId, Peopled> in(Collection<ReviewId> ids) {
        return asked(ids.stream().map(ReviewId::value).toArray(UUID[]::new)).query(this::peopled).list().stream()
                .collect(Collectors.toMap(found -> found.review().id(), found -> found));
    }

    private StatementSpec asked(UUID... ids) {
        return ids.length == 1
                ? jdbc.sql(OF_ONE).param("review", ids[0])
                : jdbc.sql(PEOPLE).param("reviews", ids);
    }

    private Peopled peopled(ResultSet row, int number) throws SQLException {
        VoteRound round = row.getObject("v_round") == null ? null : rounds.map(row, "v_");
        return new Peopled(reviews.map(row, number), new Gathered(round, people(row)).involved());
    }

    /** Two arrays of the same length: the parts, and who has each of them. */
    private static Map<Part, Set<String>> people(ResultSet row) throws SQLException {
        Map<Part, Set<String>> people = new EnumMap<>(Part.class);
        Array parts = row.getArray("parts");
        if (parts != null) {
            String[] names = (String[]) parts.getArray();
            String[] persons = (String[]) row.getArray("persons").getArray();
            for (int i = 0; i < names.length; i++) {
                people.computeIfAbsent(Part.valueOf(names[i]), each -> new HashSet<>())
                        .add(persons[i]);
            }
        }
        return people;
    }

    private record Gathered(@Nullable VoteRound round, Map<Part, Set<String>> people) {

        Involved involved() {
            return new Involved(
                    of(Part.RECUSED),
                    of(Part.DECLARED),
                    of(Part.VOTER),
                    of(Part.VOTED_NOW),
                    of(Part.VOTED_LAST),
                    of(Part.DECIDER),
                    of(Part.RULER),
                    of(Part.APPEAL_VOTER),
                    of(Part.APPELLANT),
                    of(Part.SEATED),
                    round);
        }

        private Set<String> of(Part part) {
            return people.getOrDefault(part, Set.of());
        }
    }
}
