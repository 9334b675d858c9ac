package org.contractethics.review.internal.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.measure.MeasuresOfConcerns.Held;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures.End;
import org.contractethics.shared.ConcernMeasures.Measure;
import org.contractethics.shared.ConcernMeasures.Taken;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All measures that concerns brought about. */
@Repository
class Measures {

    private static final String SELECT =
            """
            select m.*, e.because as end_because, e.ended_by, e.ended_on,
                   case m.measure when 'REOPEN' then m.review_id is not null
                                  when 'SUSPENSION' then s.suspension_id is not null
                                  else true end as opened
            from review.concern_measure m
            left join review.concern_measure_end e using (concern_id, measure, contract_id)
            left join review.concern_suspension s using (concern_id, measure, contract_id)
            """;
    private static final String IN_ORDER =
            " order by array_position(array['HOLD', 'REOPEN', 'HEARING', 'BOARD', 'SUSPENSION'], m.measure), concern_id, contract_id";

    private final JdbcClient jdbc;

    Measures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the contract until the end of the transaction: a hold and a signature come one after the other. */
    void lock(ContractId contract) {
        jdbc.sql("select id from contract.contract where id = :id for no key update")
                .param("id", contract.value())
                .query(UUID.class)
                .optional();
    }

    boolean taken(Measure measure, ContractId contract, ConcernId concern) {
        return of(concern).stream()
                .anyMatch(one -> one.measure() == measure && one.contract().equals(contract));
    }

    void add(Taken taken) {
        ReviewId review = taken.review();
        jdbc.sql(
                        """
                        insert into review.concern_measure (contract_id, concern_id, measure, because, taken_by, taken_on,
                            review_id)
                        values (:contract, :concern, :measure, :because, :by, :on, cast(:review as uuid))
                        """)
                .param("contract", taken.contract().value())
                .param("concern", taken.concern().value())
                .param("measure", taken.measure().name())
                .param("because", taken.because())
                .param("by", taken.takenBy())
                .param("on", taken.takenOn())
                .param("review", review == null ? null : review.toString())
                .update();
    }

    /** The suspension review that decides what the measure asks. */
    void decides(UUID suspension, ContractId contract, ConcernId concern) {
        jdbc.sql(
                        """
                        insert into review.concern_suspension (concern_id, contract_id, suspension_id)
                        values (:concern, :contract, :suspension)
                        """)
                .param("concern", concern.value())
                .param("contract", contract.value())
                .param("suspension", suspension)
                .update();
    }

    /** @param held the hearing, where that ended it */
    void end(Taken taken, End end, @Nullable Held held) {
        Map<String, String> chairs = held == null ? Map.of() : held.actsAs().chairs();
        jdbc.sql(
                        """
                        insert into review.concern_measure_end (contract_id, concern_id, measure, because, ended_by, ended_on,
                            tier, acts_as, chairs)
                        values (:contract, :concern, :measure, :because, :by, :on, cast(:tier as text),
                            cast(:capacity as text), jsonb_object(:chairs, :reasons))
                        """)
                .param("contract", taken.contract().value())
                .param("concern", taken.concern().value())
                .param("measure", taken.measure().name())
                .param("because", end.because())
                .param("by", end.endedBy())
                .param("on", end.endedOn())
                .param("tier", held == null ? null : Rows.name(held.tier()))
                .param(
                        "capacity",
                        held == null ? null : held.actsAs().capacity().name())
                .param("chairs", chairs.keySet().toArray(String[]::new))
                .param("reasons", chairs.values().toArray(String[]::new))
                .update();
    }

    List<Taken> of(ConcernId concern) {
        return jdbc.sql(SELECT + "where m.concern_id = :id" + IN_ORDER)
                .param("id", concern.value())
                .query((row, number) -> map(row))
                .list();
    }

    List<Taken> about(ContractId contract) {
        return jdbc.sql(SELECT + "where m.contract_id = :id" + IN_ORDER)
                .param("id", contract.value())
                .query((row, number) -> map(row))
                .list();
    }

    private static Taken map(ResultSet row) throws SQLException {
        UUID review = row.getObject("review_id", UUID.class);
        return new Taken(
                new ContractId(row.getObject("contract_id", UUID.class)),
                new ConcernId(row.getObject("concern_id", UUID.class)),
                Measure.valueOf(row.getString("measure")),
                row.getString("because"),
                row.getString("taken_by"),
                row.getObject("taken_on", LocalDate.class),
                review == null ? null : new ReviewId(review),
                row.getBoolean("opened"),
                end(row));
    }

    private static @Nullable End end(ResultSet row) throws SQLException {
        String because = row.getString("end_because");
        return because == null
                ? null
                : new End(
                        because,
                        row.getString("ended_by"),
                        Objects.requireNonNull(row.getObject("ended_on", LocalDate.class)));
    }
}
