package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.contractethics.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Bad input 22: what the engine keeps of a job that failed tells no word of a concern; afterwards the job does its work. */
@IntegrationTest
class FailingJobIT {

    private final ConcernHands hands;
    private final ManagementService jobs;
    private final JdbcClient jdbc;
    private final String id = UUID.randomUUID().toString();
    private final String text = "canary-text-" + UUID.randomUUID();
    private final String outcome = "canary-outcome-" + UUID.randomUUID();

    FailingJobIT(@Autowired MockMvcTester mvc, @Autowired ProcessEngine engine, @Autowired JdbcClient jdbc) {
        this.hands = new ConcernHands(mvc);
        this.jobs = engine.getManagementService();
        this.jdbc = jdbc;
    }

    @Test
    void the_stack_trace_of_a_failed_announcement_holds_no_word_of_the_concern() throws Exception {
        sent(hands.post("/concerns", "erin.walsh", form(id, Map.of("text", text, "outcome", outcome))));
        DayOfFiling.ends(jdbc, id);
        String job = job();
        TableOwner.executes(
                "alter table workflow.inbox_item add constraint fails_in_a_test check (subject_id <> '%s') not valid"
                        .formatted(id));
        try {
            assertThatThrownBy(() -> jobs.executeJob(job)).hasStackTraceContaining("fails_in_a_test");
        } finally {
            TableOwner.executes("alter table workflow.inbox_item drop constraint fails_in_a_test");
        }

        assertThat(jobs.getJobExceptionStacktrace(job)).isNotBlank();
        assertThat(new CanaryScan(text, outcome).tables("engine.%")).isEmpty();
        jobs.executeJob(job);
        assertThat(jdbc.sql("select count(*) from engine.act_hi_procinst where business_key_ = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private String job() {
        return jobs.createJobQuery()
                .processDefinitionKey("concern-announcement")
                .singleResult()
                .getId();
    }
}
