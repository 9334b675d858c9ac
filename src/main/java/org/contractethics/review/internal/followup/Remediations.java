package org.contractethics.review.internal.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.followup.Remediation.Form;
import org.contractethics.review.internal.followup.Remediation.Measure;
import org.contractethics.review.internal.followup.Remediation.Plan;
import org.contractethics.review.internal.followup.Remediation.Report;
import org.contractethics.review.internal.followup.Remediation.Verification;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All remediations, one at most of a contract for the same cause. */
@Repository
public class Remediations {

    private final JdbcClient jdbc;

    Remediations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that does not exist is refused with 404. */
    public Remediation get(UUID id) {
        return jdbc.sql("select * from review.remediation where id = :id")
                .param("id", id)
                .query((row, number) -> map(row))
                .optional()
                .orElseThrow(() -> Refused.notFound("There is no such remediation."));
    }

    /** The newest first. */
    public List<Remediation> of(ContractId contract) {
        return jdbc.sql("select * from review.remediation where contract_id = :contract order by opened_at desc, id")
                .param("contract", contract.value())
                .query((row, number) -> map(row))
                .list();
    }

    boolean opened(ContractId contract, String cause) {
        return of(contract).stream().anyMatch(known -> known.cause().equals(cause));
    }

    void add(Remediation remediation) {
        jdbc.sql(
                        """
                        insert into review.remediation (id, contract_id, cause, involvement, harm, opened_by, opened_at)
                        values (:id, :contract, :cause, :involvement, :harm, :by, :at)
                        """)
                .param("id", remediation.id())
                .param("contract", remediation.contract().value())
                .param("cause", remediation.cause())
                .param("involvement", Rows.name(remediation.involvement()))
                .param("harm", remediation.harm())
                .param("by", remediation.openedBy())
                .param("at", Rows.at(remediation.openedAt()))
                .update();
    }

    void add(UUID remediation, Plan plan) {
        jdbc.sql(
                        """
                        insert into review.remedy_plan (id, remediation_id, number, harmed, heard, forms, agreement, no_waiver,
                            planned_by, planned_at)
                        values (:id, :remediation, :number, :harmed, :heard, :forms, :agreement, true, :by, :at)
                        """)
                .param("id", plan.id())
                .param("remediation", remediation)
                .param("number", plan.number())
                .param("harmed", plan.harmed())
                .param("heard", plan.heard())
                .param("forms", Rows.array(plan.forms().stream().map(Form::name).toList()))
                .param("agreement", plan.agreement())
                .param("by", plan.plannedBy())
                .param("at", Rows.at(plan.plannedAt()))
                .update();
        plan.measures().forEach(measure -> add(plan.id(), measure));
    }

    private void add(UUID plan, Measure measure) {
        jdbc.sql(
                        """
                        insert into review.remedy_measure (id, plan_id, number, text, owner, due_on)
                        values (:id, :plan, :number, :text, :owner, :dueOn)
                        """)
                .param("id", measure.id())
                .param("plan", plan)
                .param("number", measure.number())
                .param("text", measure.text())
                .param("owner", measure.owner())
                .param("dueOn", measure.dueOn())
                .update();
    }

    void rule(Plan plan, Ruling ruling) {
        jdbc.sql(
                        """
                        insert into review.remedy_plan_ruling (plan_id, approved, reasons, ruled_by, ruled_at)
                        values (:plan, :accepted, :reasons, :by, :at)
                        """)
                .param("plan", plan.id())
                .param("accepted", ruling.accepted())
                .param("reasons", ruling.reasons())
                .param("by", ruling.by())
                .param("at", Rows.at(ruling.at()))
                .update();
    }

    void add(Measure measure, Report report) {
        jdbc.sql(
                        """
                        insert into review.remedy_report (id, measure_id, number, account, reported_by, reported_at, on_behalf_of)
                        values (:id, :measure, :number, :account, :by, :at, nullif(:owner, :by))
                        """)
                .param("id", report.id())
                .param("measure", measure.id())
                .param("number", report.number())
                .param("account", report.account())
                .param("by", report.by())
                .param("owner", measure.owner())
                .param("at", Rows.at(report.at()))
                .update();
    }

    void add(Plan plan, Verification verification) {
        jdbc.sql(
                        """
                        insert into review.remedy_verification (id, plan_id, number, verified, people_say, reasons, verified_by,
                            verified_at)
                        values (:id, :plan, :number, :verified, :say, :reasons, :by, :at)
                        """)
                .param("id", verification.id())
                .param("plan", plan.id())
                .param("number", verification.number())
                .param("verified", verification.verified())
                .param("say", verification.peopleSay())
                .param("reasons", verification.reasons())
                .param("by", verification.by())
                .param("at", Rows.at(verification.at()))
                .update();
    }

    void close(UUID remediation, Instant at) {
        jdbc.sql("update review.remediation set closed_at = :at where id = :id")
                .param("at", Rows.at(at))
                .param("id", remediation)
                .update();
    }

    private Remediation map(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Remediation(
                id,
                new ContractId(row.getObject("contract_id", UUID.class)),
                row.getString("cause"),
                Rows.constant(row, "involvement", Involvement.class),
                row.getString("harm"),
                row.getString("opened_by"),
                Rows.instant(row, "opened_at"),
                Rows.instantOrNull(row, "closed_at"),
                plans(id));
    }

    private List<Plan> plans(UUID remediation) {
        return jdbc.sql(
                        """
                        select p.*, r.approved as accepted, r.reasons as ruling_reasons, r.ruled_by, r.ruled_at
                        from review.remedy_plan p left join review.remedy_plan_ruling r on r.plan_id = p.id
                        where p.remediation_id = :remediation order by p.number
                        """)
                .param("remediation", remediation)
                .query((row, number) -> plan(row))
                .list();
    }

    private Plan plan(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Plan(
                id,
                row.getInt("number"),
                row.getString("harmed"),
                row.getString("heard"),
                Rows.texts(row, "forms").stream().map(Form::valueOf).toList(),
                row.getString("agreement"),
                row.getString("planned_by"),
                Rows.instant(row, "planned_at"),
                measures(id),
                Ruling.of(row),
                verifications(id));
    }

    private List<Measure> measures(UUID plan) {
        return jdbc.sql("select * from review.remedy_measure where plan_id = :plan order by number")
                .param("plan", plan)
                .query((row, number) -> measure(row))
                .list();
    }

    private Measure measure(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        List<Report> reports = jdbc.sql("select * from review.remedy_report where measure_id = :id order by number")
                .param("id", id)
                .query((report, number) -> new Report(
                        report.getObject("id", UUID.class),
                        report.getInt("number"),
                        report.getString("account"),
                        report.getString("reported_by"),
                        Rows.instant(report, "reported_at")))
                .list();
        return new Measure(
                id,
                row.getInt("number"),
                row.getString("text"),
                row.getString("owner"),
                Objects.requireNonNull(row.getObject("due_on", LocalDate.class)),
                reports);
    }

    private List<Verification> verifications(UUID plan) {
        return jdbc.sql("select * from review.remedy_verification where plan_id = :plan order by number")
                .param("plan", plan)
                .query((row, number) -> new Verification(
                        row.getObject("id", UUID.class),
                        row.getInt("number"),
                        row.getBoolean("verified"),
                        row.getString("people_say"),
                        row.getString("reasons"),
                        row.getString("verified_by"),
                        Rows.instant(row, "verified_at")))
                .list();
    }
}
