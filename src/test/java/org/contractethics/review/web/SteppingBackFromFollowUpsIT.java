package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.FollowUps;
import org.contractethics.review.Reviews.ConflictDeclared;
import org.contractethics.review.Reviews.ReviewOpened;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** H1, H2: whoever is barred while something of a signature is open loses its tasks, and others take them on. */
@IntegrationTest
class SteppingBackFromFollowUpsIT {

    private static final String MONA = "mona.keller";
    private static final String PETER = "peter.sandoval";

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final FollowUps followUps;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    @Autowired
    SteppingBackFromFollowUpsIT(
            MockMvcTester mvc,
            BegunReviews begun,
            FollowUps followUps,
            JdbcClient database,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.mvc = mvc;
        this.begun = begun;
        this.followUps = followUps;
        this.database = database;
        this.events = events;
        this.transaction = transaction;
    }

    @Test
    void the_owner_of_a_condition_who_steps_back_leaves_it_to_another_monitor() throws Exception {
        SignedContract signed = begun.signed(mvc, MONA, true);
        assertThat(holder(signed.condition)).isEqualTo(MONA);

        stepsBack(signed, MONA);

        assertThat(holder(signed.condition)).isEqualTo("nobody");
        assertThat(signed.hands.inbox(MONA, "mine")).doesNotContain(signed.conditionPath());
        assertThat(signed.hands.inbox(MONA, "unclaimed")).doesNotContain(signed.conditionPath());
        assertThat(signed.hands.post(MONA, "/inbox/tasks/" + task(signed.condition) + "/claim", Map.of()))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("(H2)");
        assertThatThrownBy(() -> report(signed.condition, MONA))
                .hasStackTraceContaining("who declared a conflict in a review of this contract");

        assertThat(signed.hands.post(PETER, "/inbox/tasks/" + task(signed.condition) + "/claim", Map.of()))
                .hasStatus3xxRedirection();
        assertThat(signed.hands.post(
                        PETER, signed.conditionPath() + "/report", Map.of("evidence", "The audit report is in.")))
                .hasStatus3xxRedirection();
        assertThat(entries(signed, "task-returned")).isOne();
    }

    @Test
    void a_condition_sent_back_after_that_waits_for_a_monitor_and_not_for_who_stepped_back() throws Exception {
        SignedContract signed = begun.signed(mvc, MONA, true);
        signed.hands.post(MONA, signed.conditionPath() + "/report", Map.of("evidence", "The audit report is in."));

        stepsBack(signed, MONA);
        signed.claimOn(signed.conditionPath(), PETER);
        assertThat(signed.hands.post(
                        PETER,
                        signed.conditionPath() + "/ruling",
                        Map.of("result", "NOT_MET", "ruling-reasons", "It is old.")))
                .hasStatus3xxRedirection();

        assertThat(holder(signed.condition)).isEqualTo("nobody");
    }

    @Test
    void a_condition_whose_owner_stepped_back_before_the_signature_waits_for_a_monitor() throws Exception {
        Begun decided = begun.upToTheVote(mvc);
        begun.voteAndClose(decided.review());
        Map<String, Object> decision = new LinkedHashMap<>(ReviewSteps.decision());
        decision.put("condition-1-owner", MONA);
        decided.hands().workOff(decided.review(), "decision", "ruth.castillo", decision);
        assertThat(decided.hands()
                        .sent(MONA, "/reviews/" + decided.review() + "/conflict", Map.of("interest", "SHARES")))
                .hasStatus3xxRedirection();

        decided.hands().workOff(decided.review(), "signature-gate", "leo.brandt", Map.of("same", "yes"));

        UUID condition = database.sql("select condition_id from review.condition_follow_up where review_id = :review")
                .param("review", decided.review().value())
                .query(UUID.class)
                .single();
        assertThat(holder(condition)).isEqualTo("nobody");
        assertThat(decided.hands().post(PETER, "/inbox/tasks/" + task(condition) + "/claim", Map.of()))
                .hasStatus3xxRedirection();
    }

    @Test
    void a_monitor_who_steps_back_gives_the_task_they_took_on_back() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", true);
        signed.hands.post("paul.nguyen", signed.conditionPath() + "/report", Map.of("evidence", "It is met."));
        signed.claimOn(signed.conditionPath(), MONA);
        assertThat(holder(signed.condition)).isEqualTo(MONA);

        stepsBack(signed, MONA);

        assertThat(holder(signed.condition)).isEqualTo("nobody");
        signed.claimOn(signed.conditionPath(), PETER);
        assertThat(holder(signed.condition)).isEqualTo(PETER);
    }

    @Test
    void whom_a_new_review_names_as_paid_by_the_contract_holds_no_monitoring_of_it() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", true);
        signed.hands.post("paul.nguyen", signed.conditionPath() + "/report", Map.of("evidence", "It is met."));
        signed.claimOn(signed.conditionPath(), MONA);

        transaction.executeWithoutResult(status -> {
            database.sql("update review.review set account_team = array_append(account_team, :person) where id = :id")
                    .param("person", MONA)
                    .param("id", signed.review.value())
                    .update();
            events.publishEvent(new ReviewOpened(signed.review, signed.contract, "tom.lindqvist", Instant.now()));

            assertThat(holder(signed.condition)).isEqualTo("nobody");
            assertThat(followUps.objections(
                            signed.condition,
                            FollowUpStep.CONFIRM_CONDITION,
                            new Actor(MONA, "Mona Keller", Set.of(Role.MONITOR))))
                    .anyMatch(why -> why.contains("(H1)"));
            status.setRollbackOnly();
        });
    }

    /** As declaring a conflict in the next review of the contract does. */
    private void stepsBack(SignedContract signed, String person) {
        transaction.executeWithoutResult(status -> {
            database.sql(
                            """
                            insert into review.recusal (id, review_id, person, stage, interest, declared_at)
                            values (gen_random_uuid(), :review, :person, null, 'SHARES', now())
                            """)
                    .param("review", signed.review.value())
                    .param("person", person)
                    .update();
            events.publishEvent(new ConflictDeclared(signed.review, person, Instant.now()));
        });
    }

    private void report(UUID condition, String person) {
        database.sql(
                        """
                        insert into review.condition_report (id, condition_id, number, evidence, reported_by, reported_at)
                        values (gen_random_uuid(), :condition, 1, 'Audit report', :person, now())
                        """)
                .param("condition", condition)
                .param("person", person)
                .update();
    }

    private String holder(UUID subject) {
        return one("coalesce(assignee, 'nobody')", subject);
    }

    private String task(UUID subject) {
        return one("task_id", subject);
    }

    private String one(String what, UUID subject) {
        return database.sql("select " + what
                        + " from workflow.inbox_item where subject_id = :subject and completed_at is null")
                .param("subject", subject)
                .query(String.class)
                .single();
    }

    private long entries(SignedContract signed, String kind) {
        return database.sql("select count(*) from record.entry where kind = :kind and contract = :contract")
                .param("kind", kind)
                .param("contract", signed.contract.value())
                .query(Long.class)
                .single();
    }
}
