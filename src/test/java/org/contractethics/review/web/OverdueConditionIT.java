package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.contractethics.IntegrationTest;
import org.contractethics.review.FollowUps;
import org.contractethics.review.internal.followup.Suspensions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** H10: a report is the word of its owner, who may be the account owner; only a ruling meets a condition. */
@IntegrationTest
class OverdueConditionIT {

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final Suspensions suspensions;
    private final FollowUps followUps;
    private final RuntimeService processes;
    private final ManagementService jobs;
    private final JdbcClient database;

    @Autowired
    OverdueConditionIT(
            MockMvcTester mvc,
            BegunReviews begun,
            Suspensions suspensions,
            FollowUps followUps,
            RuntimeService processes,
            ManagementService jobs,
            JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.suspensions = suspensions;
        this.followUps = followUps;
        this.processes = processes;
        this.jobs = jobs;
        this.database = database;
    }

    @Test
    void a_condition_that_is_only_reported_is_asked_about() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", true);
        report(signed, "In progress.");

        assertThat(timers(signed)).singleElement().satisfies(timer -> jobs.executeJob(timer.getId()));

        assertThat(suspensions.of(signed.contract)).singleElement().satisfies(review -> assertThat(review.condition())
                .isEqualTo(signed.condition));
    }

    @Test
    void one_that_was_sent_back_keeps_its_clock() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", true);
        List<Job> before = timers(signed);
        report(signed, "In progress.");
        rule(signed, "NOT_MET");
        report(signed, "Still in progress.");

        assertThat(timers(signed)).singleElement().satisfies(timer -> {
            assertThat(timer.getId()).isEqualTo(before.get(0).getId());
            assertThat(timer.getDuedate()).isEqualTo(before.get(0).getDuedate());
        });
    }

    @Test
    void nothing_is_asked_about_one_that_was_met_by_timer_or_by_table() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", true);
        report(signed, "The audit report.");
        rule(signed, "MET");

        assertThat(timers(signed)).isEmpty();
        followUps.longOverdue(signed.condition);

        assertThat(suspensions.of(signed.contract)).isEmpty();
        assertThatThrownBy(() -> ask(signed, signed)).hasMessageContaining("that is not met yet");
    }

    @Test
    void a_condition_that_blocks_nothing_or_is_of_another_contract_is_no_reason_by_table() throws Exception {
        SignedContract open = begun.signed(mvc, "paul.nguyen", true);
        SignedContract harmless = begun.signed(mvc, "paul.nguyen", false);

        assertThatThrownBy(() -> ask(harmless, harmless)).hasMessageContaining("only a blocking condition");
        assertThatThrownBy(() -> ask(harmless, open)).hasMessageContaining("of this contract");
    }

    private void report(SignedContract signed, String evidence) {
        assertThat(signed.hands.post("paul.nguyen", signed.conditionPath() + "/report", Map.of("evidence", evidence)))
                .hasStatus3xxRedirection();
    }

    private void rule(SignedContract signed, String result) throws Exception {
        signed.claimOn(signed.conditionPath(), "mona.keller");
        assertThat(signed.hands.post(
                        "mona.keller",
                        signed.conditionPath() + "/ruling",
                        Map.of("result", result, "ruling-reasons", "The report was read.")))
                .hasStatus3xxRedirection();
    }

    private List<Job> timers(SignedContract signed) {
        return processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(signed.condition.toString())
                .list()
                .stream()
                .flatMap(
                        process -> jobs
                                .createJobQuery()
                                .processInstanceId(process.getId())
                                .activityId("overdue-for-too-long")
                                .list()
                                .stream())
                .toList();
    }

    private void ask(SignedContract signed, SignedContract ofCondition) {
        database.sql(
                        """
                        insert into review.suspension_review (id, contract_id, purpose, condition_id, reason, opened_by,
                            opened_at)
                        values (gen_random_uuid(), :contract, 'SUSPEND', :condition, 'Because', 'system', now())
                        """)
                .param("contract", signed.contract.value())
                .param("condition", ofCondition.condition)
                .update();
    }
}
