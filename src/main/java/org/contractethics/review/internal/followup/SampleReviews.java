package org.contractethics.review.internal.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.followup.SampleReview.Choice;
import org.contractethics.review.internal.followup.SampleReview.Result;
import org.contractethics.review.internal.followup.SampleReview.SampleRuling;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All decisions over which the lot of the audit sample is drawn. */
@Repository
public class SampleReviews {

    private static final String ALL =
            """
            select s.*, l.entry, l.leaf_hash, l.lot, l.percent, l.drawn, l.drawn_at,
                r.tier, r.outcome, r.rights, r.reasons, r.knew_first, r.same_basis, r.done_by, r.done_at,
                u.result, u.reasons as ruling_reasons, u.new_review_id, u.ruled_by, u.ruled_at
            from review.sample_review s
            left join review.sample_lot l on l.sample_review_id = s.id
            left join review.sample_result r on r.sample_review_id = s.id
            left join review.sample_ruling u on u.sample_review_id = s.id
            """;

    private final JdbcClient jdbc;

    SampleReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that does not exist is refused with 404. */
    public SampleReview get(UUID id) {
        return jdbc.sql(ALL + "where s.id = :id")
                .param("id", id)
                .query((row, number) -> map(row))
                .optional()
                .orElseThrow(() -> Refused.notFound("There is no such second review."));
    }

    /** The newest first. */
    public List<SampleReview> of(ContractId contract) {
        return jdbc.sql(ALL + "where s.contract_id = :contract order by s.begun_at desc, s.id")
                .param("contract", contract.value())
                .query((row, number) -> map(row))
                .list();
    }

    /** Those of the contract that were drawn and have no second result yet. */
    public List<UUID> waiting(ContractId contract) {
        return jdbc.sql(
                        """
                        select s.id from review.sample_review s join review.sample_lot l on l.sample_review_id = s.id and l.drawn
                        where s.contract_id = :contract
                          and not exists (select 1 from review.sample_result r where r.sample_review_id = s.id)
                        """)
                .param("contract", contract.value())
                .query(UUID.class)
                .list();
    }

    /** Everybody who had any part in a review of the contract, or is paid by it. */
    Set<String> hadPart(ContractId contract) {
        return jdbc
                .sql("select person from review.had_part where contract = :contract")
                .param("contract", contract.value())
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    void add(SampleReview begun) {
        jdbc.sql(
                        """
                        insert into review.sample_review (id, contract_id, review_id, decision_id, begun_at)
                        values (:id, :contract, :review, :decision, :at)
                        """)
                .param("id", begun.id())
                .param("contract", begun.contract().value())
                .param("review", begun.review().value())
                .param("decision", begun.decision().value())
                .param("at", Rows.at(begun.begunAt()))
                .update();
    }

    void add(SampleReview sample, SampleLot lot) {
        jdbc.sql(
                        """
                        insert into review.sample_lot (sample_review_id, decision_id, entry, leaf_hash, lot, percent, drawn,
                            drawn_at)
                        values (:id, :decision, :entry, :leaf, :lot, :percent, :drawn, :at)
                        """)
                .param("id", sample.id())
                .param("decision", sample.decision().value())
                .param("entry", lot.entry())
                .param("leaf", lot.leafHash())
                .param("lot", lot.lot())
                .param("percent", lot.percent())
                .param("drawn", lot.drawn())
                .param("at", Rows.at(lot.at()))
                .update();
    }

    void add(UUID id, Result result) {
        jdbc.sql(
                        """
                        insert into review.sample_result (sample_review_id, tier, outcome, rights, reasons, knew_first,
                            same_basis, done_by, done_at)
                        values (:id, :tier, :outcome, :rights, :reasons, :knew, :same, :by, :at)
                        """)
                .param("id", id)
                .param("tier", result.tier().name())
                .param("outcome", result.outcome().name())
                .param("rights", Rows.array(result.rights()))
                .param("reasons", result.reasons())
                .param("knew", result.knewFirst())
                .param("same", result.sameBasis())
                .param("by", result.by())
                .param("at", Rows.at(result.at()))
                .update();
    }

    void add(UUID id, SampleRuling ruling) {
        ReviewId opened = ruling.newReview();
        jdbc.sql(
                        """
                        insert into review.sample_ruling (sample_review_id, result, reasons, new_review_id, ruled_by, ruled_at)
                        values (:id, :result, :reasons, cast(:opened as uuid), :by, :at)
                        """)
                .param("id", id)
                .param("result", ruling.choice().name())
                .param("reasons", ruling.reasons())
                .param("opened", opened == null ? null : opened.toString())
                .param("by", ruling.by())
                .param("at", Rows.at(ruling.at()))
                .update();
    }

    private static SampleReview map(ResultSet row) throws SQLException {
        return new SampleReview(
                row.getObject("id", UUID.class),
                new ContractId(row.getObject("contract_id", UUID.class)),
                new ReviewId(row.getObject("review_id", UUID.class)),
                new DecisionId(row.getObject("decision_id", UUID.class)),
                Rows.instant(row, "begun_at"),
                lot(row),
                result(row),
                ruling(row));
    }

    private static @Nullable SampleLot lot(ResultSet row) throws SQLException {
        String lot = row.getString("lot");
        return lot == null
                ? null
                : new SampleLot(
                        row.getLong("entry"),
                        row.getString("leaf_hash"),
                        lot,
                        row.getInt("percent"),
                        row.getBoolean("drawn"),
                        Rows.instant(row, "drawn_at"));
    }

    private static @Nullable Result result(ResultSet row) throws SQLException {
        String tier = row.getString("tier");
        return tier == null
                ? null
                : new Result(
                        Tier.valueOf(tier),
                        Outcome.valueOf(row.getString("outcome")),
                        Rows.texts(row, "rights"),
                        row.getString("reasons"),
                        row.getBoolean("knew_first"),
                        row.getBoolean("same_basis"),
                        row.getString("done_by"),
                        Rows.instant(row, "done_at"));
    }

    private static @Nullable SampleRuling ruling(ResultSet row) throws SQLException {
        String choice = row.getString("result");
        return choice == null
                ? null
                : new SampleRuling(
                        Choice.valueOf(choice),
                        row.getString("ruling_reasons"),
                        Optional.ofNullable(row.getObject("new_review_id", UUID.class))
                                .map(ReviewId::new)
                                .orElse(null),
                        row.getString("ruled_by"),
                        Rows.instant(row, "ruled_at"));
    }
}
