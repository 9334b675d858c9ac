package org.contractethics.review.internal.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.followup.ContractExit.Plan;
import org.contractethics.review.internal.followup.ContractExit.PlanTexts;
import org.contractethics.review.internal.followup.ContractExit.Report;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All exits, one at most of a contract. */
@Repository
public class ContractExits {

    private final JdbcClient jdbc;

    ContractExits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that does not exist is refused with 404. */
    public ContractExit get(UUID id) {
        return jdbc.sql("select * from review.contract_exit where id = :id")
                .param("id", id)
                .query((row, number) -> map(row))
                .optional()
                .orElseThrow(() -> Refused.notFound("There is no such exit."));
    }

    public Optional<ContractExit> of(ContractId contract) {
        return jdbc.sql("select * from review.contract_exit where contract_id = :contract")
                .param("contract", contract.value())
                .query((row, number) -> map(row))
                .optional();
    }

    void add(ContractExit exit) {
        jdbc.sql(
                        """
                        insert into review.contract_exit (id, contract_id, reason, opened_by, opened_at)
                        values (:id, :contract, :reason, :by, :at)
                        """)
                .param("id", exit.id())
                .param("contract", exit.contract().value())
                .param("reason", exit.reason())
                .param("by", exit.openedBy())
                .param("at", Rows.at(exit.openedAt()))
                .update();
    }

    void add(UUID exit, Plan plan) {
        PlanTexts texts = plan.texts();
        jdbc.sql(
                        """
                        insert into review.exit_plan (id, exit_id, number, leverage, affected, adverse_impacts, prevention,
                            heard, data_return, hand_over, public_note, services_end_on, data_gone_by, planned_by, planned_at)
                        values (:id, :exit, :number, :leverage, :affected, :impacts, :prevention, :heard, :dataReturn,
                            :handOver, :publicNote, :endOn, :goneBy, :by, :at)
                        """)
                .param("id", plan.id())
                .param("exit", exit)
                .param("number", plan.number())
                .param("leverage", texts.leverage())
                .param("affected", texts.affected())
                .param("impacts", texts.adverseImpacts())
                .param("prevention", texts.prevention())
                .param("heard", texts.heard())
                .param("dataReturn", texts.dataReturn())
                .param("handOver", texts.handOver())
                .param("publicNote", texts.publicNote())
                .param("endOn", plan.servicesEndOn())
                .param("goneBy", plan.dataGoneBy())
                .param("by", plan.plannedBy())
                .param("at", Rows.at(plan.plannedAt()))
                .update();
    }

    void rule(Plan plan, Ruling ruling) {
        rule(
                """
                insert into review.exit_plan_ruling (plan_id, approved, reasons, ruled_by, ruled_at)
                values (:id, :accepted, :reasons, :by, :at)
                """,
                plan.id(),
                ruling);
    }

    void add(UUID plan, Report report) {
        jdbc.sql(
                        """
                        insert into review.exit_report (id, plan_id, number, services_ended_on, data_proof, people,
                            reported_by, reported_at)
                        values (:id, :plan, :number, :endedOn, :proof, :people, :by, :at)
                        """)
                .param("id", report.id())
                .param("plan", plan)
                .param("number", report.number())
                .param("endedOn", report.servicesEndedOn())
                .param("proof", report.dataProof())
                .param("people", report.people())
                .param("by", report.reportedBy())
                .param("at", Rows.at(report.reportedAt()))
                .update();
    }

    void rule(Report report, Ruling ruling) {
        rule(
                """
                insert into review.exit_report_ruling (report_id, confirmed, reasons, ruled_by, ruled_at)
                values (:id, :accepted, :reasons, :by, :at)
                """,
                report.id(),
                ruling);
    }

    private void rule(String insert, UUID id, Ruling ruling) {
        jdbc.sql(insert)
                .param("id", id)
                .param("accepted", ruling.accepted())
                .param("reasons", ruling.reasons())
                .param("by", ruling.by())
                .param("at", Rows.at(ruling.at()))
                .update();
    }

    void close(UUID exit, Instant at) {
        jdbc.sql("update review.contract_exit set closed_at = :at where id = :id")
                .param("at", Rows.at(at))
                .param("id", exit)
                .update();
    }

    private ContractExit map(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new ContractExit(
                id,
                new ContractId(row.getObject("contract_id", UUID.class)),
                row.getString("reason"),
                row.getString("opened_by"),
                Rows.instant(row, "opened_at"),
                Rows.instantOrNull(row, "closed_at"),
                plans(id));
    }

    private List<Plan> plans(UUID exit) {
        return jdbc.sql(
                        """
                        select p.*, r.approved as accepted, r.reasons as ruling_reasons, r.ruled_by, r.ruled_at
                        from review.exit_plan p left join review.exit_plan_ruling r on r.plan_id = p.id
                        where p.exit_id = :exit order by p.number
                        """)
                .param("exit", exit)
                .query((row, number) -> plan(row))
                .list();
    }

    private Plan plan(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Plan(
                id,
                row.getInt("number"),
                new PlanTexts(
                        row.getString("leverage"),
                        row.getString("affected"),
                        row.getString("adverse_impacts"),
                        row.getString("prevention"),
                        row.getString("heard"),
                        row.getString("data_return"),
                        row.getString("hand_over"),
                        row.getString("public_note")),
                day(row, "services_end_on"),
                day(row, "data_gone_by"),
                row.getString("planned_by"),
                Rows.instant(row, "planned_at"),
                Ruling.of(row),
                reports(id));
    }

    private List<Report> reports(UUID plan) {
        return jdbc.sql(
                        """
                        select t.*, r.confirmed as accepted, r.reasons as ruling_reasons, r.ruled_by, r.ruled_at
                        from review.exit_report t left join review.exit_report_ruling r on r.report_id = t.id
                        where t.plan_id = :plan order by t.number
                        """)
                .param("plan", plan)
                .query((row, number) -> new Report(
                        row.getObject("id", UUID.class),
                        row.getInt("number"),
                        day(row, "services_ended_on"),
                        row.getString("data_proof"),
                        row.getString("people"),
                        row.getString("reported_by"),
                        Rows.instant(row, "reported_at"),
                        Ruling.of(row)))
                .list();
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class));
    }
}
