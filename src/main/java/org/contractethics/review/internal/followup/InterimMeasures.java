package org.contractethics.review.internal.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.review.internal.Json;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.followup.InterimMeasure.End;
import org.contractethics.review.internal.followup.InterimMeasure.Result;
import org.contractethics.review.internal.panel.ActsAs;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DecisionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All interim measures. */
@Repository
public class InterimMeasures {

    private static final String SELECT =
            """
            select m.*, e.result, e.ended_at from review.interim_measure m
            left join review.interim_end e on e.measure_id = m.id
            """;

    private final JdbcClient jdbc;
    private final Json json;

    InterimMeasures(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<InterimMeasure> find(UUID id) {
        return jdbc.sql(SELECT + "where m.id = :id")
                .param("id", id)
                .query(this::map)
                .optional();
    }

    /** The newest first. */
    public List<InterimMeasure> of(ContractId contract) {
        return jdbc.sql(SELECT + "where m.contract_id = :contract order by m.imposed_at desc")
                .param("contract", contract.value())
                .query(this::map)
                .list();
    }

    public Optional<InterimMeasure> running(ContractId contract) {
        return of(contract).stream().filter(InterimMeasure::running).findFirst();
    }

    void add(InterimMeasure measure) {
        jdbc.sql(
                        """
                        insert into review.interim_measure (id, contract_id, cause, restriction, reasons, imposed_by,
                            imposed_at, ends_at, acts_as, chairs)
                        values (:id, :contract, :cause, :restriction, :reasons, :by, :at, :endsAt, :capacity,
                            cast(:chairs as jsonb))
                        """)
                .param("id", measure.id())
                .param("contract", measure.contract().value())
                .param("cause", measure.cause())
                .param("restriction", measure.restriction())
                .param("reasons", measure.reasons())
                .param("by", measure.imposedBy())
                .param("at", Rows.at(measure.imposedAt()))
                .param("endsAt", Rows.at(measure.endsAt()))
                .param("capacity", measure.actsAs().capacity().name())
                .param("chairs", json.write(measure.actsAs().chairs()))
                .update();
    }

    /** @param suspension the review that decided on it; null where it ended by itself */
    void end(UUID measure, Result result, @Nullable UUID suspension, Instant at) {
        jdbc.sql(
                        """
                        insert into review.interim_end (measure_id, result, suspension_id, ended_at)
                        values (:measure, :result, cast(:suspension as uuid), :at)
                        """)
                .param("measure", measure)
                .param("result", result.name())
                .param("suspension", suspension == null ? null : suspension.toString())
                .param("at", Rows.at(at))
                .update();
    }

    void confirm(UUID measure, DecisionId decision, Instant at) {
        jdbc.sql(
                        """
                        insert into review.interim_end (measure_id, result, decision_id, ended_at)
                        values (:measure, 'CONFIRMED', :decision, :at)
                        """)
                .param("measure", measure)
                .param("decision", decision.value())
                .param("at", Rows.at(at))
                .update();
    }

    private InterimMeasure map(ResultSet row, int number) throws SQLException {
        String result = row.getString("result");
        return new InterimMeasure(
                row.getObject("id", UUID.class),
                new ContractId(row.getObject("contract_id", UUID.class)),
                row.getString("cause"),
                row.getString("restriction"),
                row.getString("reasons"),
                row.getString("imposed_by"),
                ActsAs.of(row, json),
                Rows.instant(row, "imposed_at"),
                Rows.instant(row, "ends_at"),
                result == null ? null : new End(Result.valueOf(result), Rows.instant(row, "ended_at")));
    }
}
