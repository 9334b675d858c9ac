package org.contractethics.review.internal.followup;

import java.util.UUID;
import org.contractethics.review.FinishedFollowUps;
import org.contractethics.review.FollowUpStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the steps after a signature leave behind: each writes a row of its own, but for the remedy, whose measures have reports. */
@Repository
class StepResults implements FinishedFollowUps {

    private static final String EXIT_PLANS = "(select id from review.exit_plan where exit_id = :id)";
    private static final String REMEDY_PLANS = "(select id from review.remedy_plan where remediation_id = :id)";

    private final JdbcClient jdbc;
    private final Remediations remediations;

    StepResults(JdbcClient jdbc, Remediations remediations) {
        this.jdbc = jdbc;
        this.remediations = remediations;
    }

    @Override
    public boolean isFinishedNow(UUID subject, FollowUpStep step) {
        return switch (step) {
            case MEET_CONDITION -> written("condition_report where condition_id = :id", subject);
            case CONFIRM_CONDITION -> written("condition_ruling where condition_id = :id", subject);
            case PROPOSE_SUSPENSION -> written("suspension_proposal where suspension_id = :id", subject);
            case CONFIRM_SUSPENSION ->
                written(
                        "suspension_ruling where proposal_id in"
                                + " (select id from review.suspension_proposal where suspension_id = :id)",
                        subject);
            case RE_REVIEW -> written("re_review_result where re_review_id = :id", subject);
            case PLAN_EXIT -> written("exit_plan where exit_id = :id", subject);
            case APPROVE_EXIT_PLAN -> written("exit_plan_ruling where plan_id in " + EXIT_PLANS, subject);
            case CARRY_OUT_EXIT -> written("exit_report where plan_id in " + EXIT_PLANS, subject);
            case CONFIRM_EXIT ->
                written(
                        "exit_report_ruling where report_id in"
                                + " (select id from review.exit_report where plan_id in " + EXIT_PLANS + ")",
                        subject);
            case PLAN_REMEDY -> written("remedy_plan where remediation_id = :id", subject);
            case APPROVE_REMEDY_PLAN -> written("remedy_plan_ruling where plan_id in " + REMEDY_PLANS, subject);
            case CARRY_OUT_REMEDY -> carriedOut(subject);
            case VERIFY_REMEDY -> written("remedy_verification where plan_id in " + REMEDY_PLANS, subject);
        };
    }

    /** A row of an earlier round does not count, so its own transaction is asked. */
    private boolean written(String rows, UUID subject) {
        return jdbc.sql("select exists (select 1 from review." + rows + " and xmin = pg_current_xact_id()::xid)")
                .param("id", subject)
                .query(Boolean.class)
                .single();
    }

    private boolean carriedOut(UUID remediation) {
        return remediations
                .get(remediation)
                .approved()
                .filter(plan -> plan.outstanding().isEmpty())
                .isPresent();
    }
}
