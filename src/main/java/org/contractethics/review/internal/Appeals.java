package org.contractethics.review.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.internal.Appeal.NamedVote;
import org.contractethics.review.internal.Appeal.Ruling;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The appeals, one at most against each decision. */
@Repository
public class Appeals {

    private final JdbcClient jdbc;

    Appeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false where this decision was appealed already */
    boolean add(Appeal appeal) {
        return jdbc.sql(
                                """
                                insert into review.appeal (id, review_id, decision_id, filed_by, filed_as, reasons, filed_at,
                                    concern_id)
                                values (:id, :review, :decision, :by, :as, :reasons, :at, cast(:concern as uuid))
                                on conflict (decision_id) do nothing
                                """)
                        .param("id", appeal.id())
                        .param("review", appeal.review().value())
                        .param("decision", appeal.decision().value())
                        .param("by", appeal.filedBy())
                        .param("as", appeal.filedAs().name())
                        .param("reasons", appeal.reasons())
                        .param("at", Rows.at(appeal.filedAt()))
                        .param(
                                "concern",
                                Optional.ofNullable(appeal.concern())
                                        .map(ConcernId::toString)
                                        .orElse(null))
                        .update()
                == 1;
    }

    void rule(UUID appeal, Ruling ruling) {
        jdbc.sql(
                        """
                        insert into review.appeal_ruling (appeal_id, result, outcome, reasons, decided_by, decided_at)
                        values (:appeal, :result, :outcome, :reasons, :by, :at)
                        """)
                .param("appeal", appeal)
                .param("result", ruling.result().name())
                .param("outcome", Rows.name(ruling.outcome()))
                .param("reasons", ruling.reasons())
                .param("by", ruling.decidedBy())
                .param("at", Rows.at(ruling.decidedAt()))
                .update();
    }

    /** Every appeal of the review, the newest first. */
    public List<Appeal> of(ReviewId review) {
        return jdbc.sql(
                        """
                        select a.id, a.review_id, a.decision_id, a.filed_by, a.filed_as, a.reasons, a.filed_at, a.concern_id,
                               r.result, r.outcome, r.reasons as ruling_reasons, r.decided_by, r.decided_at
                        from review.appeal a left join review.appeal_ruling r on r.appeal_id = a.id
                        where a.review_id = :review order by a.filed_at desc
                        """)
                .param("review", review.value())
                .query(Appeals::map)
                .list();
    }

    /** The appeal that waits for its ruling; one against an approval that lapsed since waits for none. */
    public Optional<Appeal> pending(ReviewId review) {
        Optional<UUID> waiting = jdbc.sql(
                        """
                        select a.id from review.appeal a
                        where a.review_id = :review
                          and not exists (select 1 from review.appeal_ruling r where r.appeal_id = a.id)
                          and not exists (select 1 from review.decision_lapse l where l.decision_id = a.decision_id)
                        order by a.filed_at desc limit 1
                        """)
                .param("review", review.value())
                .query(UUID.class)
                .optional();
        return waiting.flatMap(id ->
                of(review).stream().filter(appeal -> appeal.id().equals(id)).findFirst());
    }

    void vote(UUID appeal, NamedVote vote) {
        jdbc.sql(
                        """
                        insert into review.appeal_vote (appeal_id, voter, choice, outcome, reasons, cast_at)
                        values (:appeal, :voter, :choice, :outcome, :reasons, :at)
                        """)
                .param("appeal", appeal)
                .param("voter", vote.voter())
                .param("choice", vote.choice().name())
                .param("outcome", Rows.name(vote.outcome()))
                .param("reasons", vote.reasons())
                .param("at", Rows.at(vote.castAt()))
                .update();
    }

    /** In the order in which they were cast; they are named and open. */
    public List<NamedVote> votes(UUID appeal) {
        return jdbc.sql("select * from review.appeal_vote where appeal_id = :appeal order by cast_at, voter")
                .param("appeal", appeal)
                .query((row, number) -> new NamedVote(
                        row.getString("voter"),
                        StageForm.AppealResult.valueOf(row.getString("choice")),
                        Rows.constant(row, "outcome", Outcome.class),
                        row.getString("reasons"),
                        Rows.instant(row, "cast_at")))
                .list();
    }

    /** Those that count now: of nobody who declared a conflict since, or who gains by the contract (H1, H2). */
    public List<NamedVote> validVotes(UUID appeal) {
        Set<String> barred = jdbc.sql(
                        """
                        select v.voter from review.appeal_vote v join review.appeal a on a.id = v.appeal_id
                        where v.appeal_id = :appeal and review.has_conflict(a.review_id, v.voter)
                        """)
                .param("appeal", appeal)
                .query(String.class)
                .set();
        return votes(appeal).stream()
                .filter(vote -> !barred.contains(vote.voter()))
                .toList();
    }

    /** Somebody who dissented asks for an appeal, once. */
    void request(DecisionId decision, String person, String reasons, Instant at) {
        jdbc.sql(
                        """
                        insert into review.appeal_request (decision_id, person, reasons, requested_at)
                        values (:decision, :person, :reasons, :at) on conflict do nothing
                        """)
                .param("decision", decision.value())
                .param("person", person)
                .param("reasons", reasons)
                .param("at", Rows.at(at))
                .update();
    }

    /** Who dissented and asked for an appeal, with their reasons. */
    Map<String, String> requests(DecisionId decision) {
        Map<String, String> requests = new LinkedHashMap<>();
        jdbc.sql(
                        "select person, reasons from review.appeal_request where decision_id = :decision order by requested_at")
                .param("decision", decision.value())
                .query(row -> {
                    requests.put(row.getString("person"), row.getString("reasons"));
                });
        return requests;
    }

    private static Appeal map(ResultSet row, int number) throws SQLException {
        return new Appeal(
                row.getObject("id", UUID.class),
                new ReviewId(row.getObject("review_id", UUID.class)),
                new DecisionId(row.getObject("decision_id", UUID.class)),
                row.getString("filed_by"),
                Role.valueOf(row.getString("filed_as")),
                row.getString("reasons"),
                Rows.instant(row, "filed_at"),
                concern(row),
                ruling(row));
    }

    private static @Nullable ConcernId concern(ResultSet row) throws SQLException {
        UUID concern = row.getObject("concern_id", UUID.class);
        return concern == null ? null : new ConcernId(concern);
    }

    private static @Nullable Ruling ruling(ResultSet row) throws SQLException {
        StageForm.AppealResult result = Rows.constant(row, "result", StageForm.AppealResult.class);
        return result == null
                ? null
                : new Ruling(
                        result,
                        Rows.constant(row, "outcome", Outcome.class),
                        row.getString("ruling_reasons"),
                        row.getString("decided_by"),
                        Rows.instant(row, "decided_at"));
    }
}
