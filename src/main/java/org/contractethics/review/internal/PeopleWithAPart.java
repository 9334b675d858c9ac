package org.contractethics.review.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads who has a part in reviews: three statements, however many reviews. */
@Repository
class PeopleWithAPart {

    /** The appeal that waits is the newest one without a ruling; the round that counts is the open one, or else the last. */
    private static final String PEOPLE =
            """
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
            select s.review_id, 'SEATED', s.person from review.panel_seat s
            join (select distinct on (review_id) review_id, pass from review.vote_round
                where review_id = any(:reviews) order by review_id, round desc) counts using (review_id, pass)
            """;

    private final JdbcClient jdbc;
    private final VoteRounds rounds;
    private final ContractRegister contracts;

    PeopleWithAPart(JdbcClient jdbc, VoteRounds rounds, ContractRegister contracts) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.contracts = contracts;
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

    private record Row(ReviewId review, Part part, String person) {}

    /** By review; each of those given has its entry. */
    Map<ReviewId, Involved> in(Collection<ReviewCase> reviews) {
        List<ReviewId> ids = reviews.stream().map(ReviewCase::id).toList();
        Map<ReviewId, Map<Part, Set<String>>> people = people(ids);
        Map<ReviewId, VoteRound> latest = rounds.latest(ids);
        Map<ContractId, Contract> owned =
                contracts.findAll(reviews.stream().map(ReviewCase::contract).collect(Collectors.toSet()));
        return reviews.stream()
                .collect(Collectors.toMap(
                        ReviewCase::id,
                        review -> involved(
                                people.getOrDefault(review.id(), Map.of()),
                                owned.get(review.contract()),
                                latest.get(review.id()))));
    }

    private static Involved involved(
            Map<Part, Set<String>> people, @Nullable Contract contract, @Nullable VoteRound round) {
        return new Involved(
                contract == null ? null : contract.submitter(),
                people.getOrDefault(Part.RECUSED, Set.of()),
                people.getOrDefault(Part.VOTER, Set.of()),
                people.getOrDefault(Part.VOTED_NOW, Set.of()),
                people.getOrDefault(Part.DECIDER, Set.of()),
                people.getOrDefault(Part.RULER, Set.of()),
                people.getOrDefault(Part.APPEAL_VOTER, Set.of()),
                people.getOrDefault(Part.APPELLANT, Set.of()).stream()
                        .findFirst()
                        .orElse(null),
                people.getOrDefault(Part.SEATED, Set.of()),
                round);
    }

    private Map<ReviewId, Map<Part, Set<String>>> people(List<ReviewId> reviews) {
        Map<ReviewId, Map<Part, Set<String>>> people = new HashMap<>();
        jdbc.sql(PEOPLE)
                .param("reviews", reviews.stream().map(ReviewId::value).toArray(UUID[]::new))
                .query(PeopleWithAPart::row)
                .list()
                .forEach(row -> people.computeIfAbsent(row.review(), id -> new EnumMap<>(Part.class))
                        .computeIfAbsent(row.part(), part -> new HashSet<>())
                        .add(row.person()));
        return people;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new ReviewId(row.getObject("review_id", UUID.class)),
                Part.valueOf(row.getString("part")),
                row.getString("person"));
    }
}
