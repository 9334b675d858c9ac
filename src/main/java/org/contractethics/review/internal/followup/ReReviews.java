package org.contractethics.review.internal.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.followup.ReReview.BroughtForward;
import org.contractethics.review.internal.followup.ReReview.Done;
import org.contractethics.review.internal.followup.ReReview.Result;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All periodic re-reviews. */
@Repository
public class ReReviews {

    private final JdbcClient jdbc;

    ReReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that does not exist is refused with 404. */
    public ReReview get(UUID id) {
        return jdbc.sql("select * from review.re_review where id = :id")
                .param("id", id)
                .query((row, number) -> map(row))
                .optional()
                .orElseThrow(() -> Refused.notFound("There is no such re-review."));
    }

    /** The contract of each of those given that exist. */
    Map<UUID, ContractId> contractsOf(Collection<UUID> ids) {
        return jdbc
                .sql("select id, contract_id from review.re_review where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(
                        row.getObject("id", UUID.class), new ContractId(row.getObject("contract_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The newest first. */
    public List<ReReview> of(ContractId contract) {
        return jdbc.sql("select * from review.re_review where contract_id = :contract order by started_at desc")
                .param("contract", contract.value())
                .query((row, number) -> map(row))
                .list();
    }

    public Optional<ReReview> openOf(ContractId contract) {
        return of(contract).stream().filter(one -> one.closedAt() == null).findFirst();
    }

    void add(ReReview reReview) {
        jdbc.sql(
                        """
                        insert into review.re_review (id, contract_id, review_id, started_at)
                        values (:id, :contract, :review, :at)
                        """)
                .param("id", reReview.id())
                .param("contract", reReview.contract().value())
                .param("review", reReview.review().value())
                .param("at", Rows.at(reReview.startedAt()))
                .update();
    }

    void add(UUID reReview, Done done) {
        ReviewId newReview = done.newReview();
        jdbc.sql(
                        """
                        insert into review.re_review_result (re_review_id, number, result, reasons, new_review_id, done_by,
                            done_at, next_on, valid_until)
                        values (:reReview, :number, :result, :reasons, cast(:newReview as uuid), :by, :at, :nextOn,
                            :validUntil)
                        """)
                .param("reReview", reReview)
                .param("number", done.number())
                .param("result", done.result().name())
                .param("reasons", done.reasons())
                .param("newReview", newReview == null ? null : newReview.toString())
                .param("by", done.by())
                .param("at", Rows.at(done.at()))
                .param("nextOn", done.nextOn())
                .param("validUntil", done.validUntil())
                .update();
    }

    void add(UUID reReview, BroughtForward brought) {
        jdbc.sql(
                        """
                        insert into review.re_review_brought_forward (re_review_id, number, incident_id, before_on, next_on,
                            brought_at)
                        values (:reReview, :number, :incident, :before, :nextOn, :at)
                        """)
                .param("reReview", reReview)
                .param("number", brought.number())
                .param("incident", brought.incident())
                .param("before", brought.before())
                .param("nextOn", brought.nextOn())
                .param("at", Rows.at(brought.at()))
                .update();
    }

    void close(UUID reReview, Instant at) {
        jdbc.sql("update review.re_review set closed_at = :at where id = :id")
                .param("at", Rows.at(at))
                .param("id", reReview)
                .update();
    }

    private ReReview map(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new ReReview(
                id,
                new ContractId(row.getObject("contract_id", UUID.class)),
                new ReviewId(row.getObject("review_id", UUID.class)),
                Rows.instant(row, "started_at"),
                Rows.instantOrNull(row, "closed_at"),
                results(id),
                broughtForward(id));
    }

    private List<Done> results(UUID reReview) {
        return jdbc.sql("select * from review.re_review_result where re_review_id = :id order by number")
                .param("id", reReview)
                .query((row, number) -> done(row))
                .list();
    }

    private List<BroughtForward> broughtForward(UUID reReview) {
        return jdbc.sql("select * from review.re_review_brought_forward where re_review_id = :id order by brought_at")
                .param("id", reReview)
                .query((row, number) -> new BroughtForward(
                        row.getInt("number"),
                        row.getObject("incident_id", UUID.class),
                        Objects.requireNonNull(row.getObject("before_on", LocalDate.class)),
                        Objects.requireNonNull(row.getObject("next_on", LocalDate.class)),
                        Rows.instant(row, "brought_at")))
                .list();
    }

    private static Done done(ResultSet row) throws SQLException {
        UUID newReview = row.getObject("new_review_id", UUID.class);
        return new Done(
                row.getInt("number"),
                Result.valueOf(row.getString("result")),
                row.getString("reasons"),
                newReview == null ? null : new ReviewId(newReview),
                row.getString("done_by"),
                Rows.instant(row, "done_at"),
                row.getObject("next_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }
}
