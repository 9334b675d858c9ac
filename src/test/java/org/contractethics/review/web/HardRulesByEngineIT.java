package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.web.BegunReviews.Begun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whoever reaches the engine itself, past pages and API, gets past no hard rule either: H1 to H4, H6, H7, H9, H10. */
@IntegrationTest
class HardRulesByEngineIT {

    private static final String OWNER = "tom.lindqvist";
    private static final Map<String, Object> EVERYTHING_WELL = Map.of(
            "legalResult",
            "CLEAR",
            "tier",
            "T1",
            "outcome",
            "APPROVE",
            "gateResult",
            "SIGNED",
            "appealResult",
            "CHANGE");

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final TaskService tasks;
    private final IdentityService identity;
    private final ContractRegister contracts;
    private final JdbcClient database;

    @Autowired
    HardRulesByEngineIT(
            MockMvcTester mvc,
            BegunReviews begun,
            TaskService tasks,
            ProcessEngine engine,
            ContractRegister contracts,
            JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.tasks = tasks;
        this.identity = engine.getIdentityService();
        this.contracts = contracts;
        this.database = database;
    }

    @AfterEach
    void nobody_is_known_to_the_engine_any_more() {
        identity.clearAuthentication();
    }

    @Test
    void a_task_the_engine_was_told_to_give_to_somebody_barred_is_not_theirs_to_do() throws Exception {
        Begun review = begun.submitted(mvc);
        String form = "/reviews/" + review.review() + "/stages/document-check";
        identity.setAuthenticatedUserId(OWNER);

        assertThatThrownBy(() -> tasks.complete(task(review), EVERYTHING_WELL)).hasStackTraceContaining("(H9)");
        tasks.setAssignee(task(review), OWNER);
        assertThatThrownBy(() -> tasks.complete(task(review), EVERYTHING_WELL)).hasStackTraceContaining("(H9)");
        assertThat(review.hands().post(OWNER, form, ReviewSteps.documents())).hasStatus(HttpStatus.FORBIDDEN);

        assertThat(review.hands()
                        .post(
                                "priya.raman",
                                "/reviews/" + review.review() + "/conflict",
                                Map.of("stage", "document-check", "interest", "SHARES")))
                .hasStatus3xxRedirection();
        tasks.setAssignee(task(review), "priya.raman");
        assertThat(review.hands().post("priya.raman", form, ReviewSteps.documents()))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("(H2)");
        assertThat(results(review)).isZero();

        tasks.setAssignee(task(review), "leo.brandt");
        assertThatThrownBy(() -> tasks.complete(task(review), EVERYTHING_WELL)).hasStackTraceContaining("(H9)");
        assertThat(review.hands().sent("leo.brandt", form, ReviewSteps.documents()))
                .as("without a declaration of interests")
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("(H2)");
        assertThat(results(review)).isZero();
    }

    @Test
    void no_vote_is_closed_nothing_decided_and_nothing_signed_by_a_call_of_the_engine() throws Exception {
        Begun review = begun.upToTheVote(mvc);
        identity.setAuthenticatedUserId(OWNER);
        assertThatThrownBy(() -> tasks.complete(task(review), EVERYTHING_WELL)).hasStackTraceContaining("(H3)");

        begun.voteAndClose(review.review());
        assertThatThrownBy(() -> tasks.complete(task(review), EVERYTHING_WELL)).hasStackTraceContaining("(H6)");
        assertThat(database.sql("select count(*) from review.decision where review_id = :id")
                        .param("id", review.review().value())
                        .query(Integer.class)
                        .single())
                .isZero();

        begun.workOff(review.review(), "decision", "ruth.castillo", ReviewSteps.decision());
        assertThatThrownBy(() -> tasks.complete(task(review), EVERYTHING_WELL)).hasStackTraceContaining("(H7)");
        assertThatThrownBy(() -> database.sql("update contract.contract set state = 'SIGNED' where id = :id")
                        .param("id", review.contract().value())
                        .update())
                .hasStackTraceContaining("no valid decision");
        assertThat(contracts.get(review.contract()).state()).isEqualTo(ContractState.APPROVED_WITH_CONDITIONS);
    }

    /** H10 */
    @Test
    void what_follows_a_signature_is_not_done_by_a_call_of_the_engine() throws Exception {
        SignedContract signed = begun.signed(mvc, "mona.keller", true);
        identity.setAuthenticatedUserId("mona.keller");

        assertThatThrownBy(() -> tasks.complete(task(signed.condition), Map.of("conditionResult", "MET")))
                .hasStackTraceContaining("(H10)");
        assertThat(signed.hands.post("mona.keller", signed.conditionPath() + "/report", Map.of("evidence", "Audit.")))
                .hasStatus3xxRedirection();
        assertThatThrownBy(() -> tasks.complete(task(signed.condition), Map.of("conditionResult", "MET")))
                .hasStackTraceContaining("(H10)");
    }

    private String task(Begun review) {
        return task(review.review().value());
    }

    private String task(UUID subject) {
        return database.sql("select task_id from workflow.inbox_item where subject_id = :id and completed_at is null")
                .param("id", subject)
                .query(String.class)
                .single();
    }

    private int results(Begun review) {
        return database.sql("select count(*) from review.stage_result where review_id = :id")
                .param("id", review.review().value())
                .query(Integer.class)
                .single();
    }
}
