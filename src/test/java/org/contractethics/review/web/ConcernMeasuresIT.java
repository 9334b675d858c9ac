package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.TaskService;
import org.contractethics.ApiCalls;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.Reviews;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What a concern does to its contract holds on every path, is done once, and ends by somebody who says why. */
@IntegrationTest
class ConcernMeasuresIT {

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final ConcernMeasures measures;
    private final ContractRegister contracts;
    private final Reviews reviews;
    private final TaskService tasks;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final ApiCalls api;
    private final ConcernId concern = new ConcernId(UUID.randomUUID());

    @Autowired
    ConcernMeasuresIT(
            MockMvcTester mvc,
            BegunReviews begun,
            ConcernMeasures measures,
            ContractRegister contracts,
            Reviews reviews,
            TaskService tasks,
            TransactionTemplate transaction,
            JdbcClient database,
            Environment settings) {
        this.mvc = mvc;
        this.begun = begun;
        this.measures = measures;
        this.contracts = contracts;
        this.reviews = reviews;
        this.tasks = tasks;
        this.transaction = transaction;
        this.database = database;
        this.api = new ApiCalls(settings);
    }

    @Test
    void a_held_signature_is_refused_by_page_api_engine_and_database_until_it_is_released() throws Exception {
        Begun review = begun.upToTheVote(mvc);
        decide(review);
        ContractId contract = review.contract();

        review.hands().claim("leo.brandt");
        Map<String, Object> signed = review.hands().executed(review.review(), "leo.brandt");
        becomesSignedInTheDatabaseAfterItsConfirmation(contract);
        assertThat(measures.hold(contract, concern, "Harm may be imminent.")).isTrue();
        assertThat(measures.hold(contract, concern, "Again.")).isFalse();

        String gate = "/reviews/" + review.review() + "/stages/signature-gate";
        assertThat(review.hands().post("leo.brandt", gate + "/check", signed))
                .bodyText()
                .contains("The signature is held");
        assertThat(review.hands().post("leo.brandt", gate, signed))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("The signature is held");
        assertThat(api.change("leo.brandt", "/api/reviews/" + review.review(), "/api" + gate, Map.of("same", true))
                        .status())
                .isIn(409, 422);
        String task = database.sql(
                        "select task_id from workflow.inbox_item where subject_id = :id and completed_at is null")
                .param("id", review.review().value())
                .query(String.class)
                .single();
        assertThatThrownBy(() -> tasks.complete(task, Map.of("gateResult", "SIGNED")))
                .hasStackTraceContaining("the signature gate does it");
        assertThatThrownBy(() -> confirmInDatabase(contract)).hasStackTraceContaining("is held");
        assertThat(contracts.get(contract).state()).isNotEqualTo(ContractState.SIGNED);
        assertThatThrownBy(() -> measures.release(contract, concern, "I want it.", "tom.lindqvist"))
                .hasStackTraceContaining("ends no measure");

        assertThat(measures.release(contract, concern, "Answered.", "olga.petrova"))
                .isTrue();
        assertThat(measures.release(contract, concern, "Answered.", "olga.petrova"))
                .isFalse();
        review.hands().send(review.review(), "signature-gate", "leo.brandt", Map.of("same", "yes"));
        assertThat(contracts.get(contract).state()).isEqualTo(ContractState.SIGNED);
        assertThat(recorded()).containsExactlyInAnyOrder("concern-measure-taken", "concern-measure-ended");

        assertThat(measures.reopen(contract, concern, "Harm was done.")).isTrue();
        assertThat(measures.reopen(contract, concern, "Harm was done.")).isFalse();
        assertThat(contracts.get(contract).state()).isEqualTo(ContractState.IN_REVIEW);
        assertThat(reviews.latestOf(contract).orElseThrow().id()).isNotEqualTo(review.review());
        assertThat(measures.of(concern))
                .filteredOn(taken -> taken.review() != null)
                .singleElement()
                .satisfies(taken -> assertThat(taken.review())
                        .isEqualTo(reviews.latestOf(contract).orElseThrow().id()));
        assertThatThrownBy(() -> database.sql("delete from review.concern_measure where concern_id = :id")
                        .param("id", concern.value())
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void an_approval_that_waits_for_its_signature_is_reviewed_anew_and_nothing_is_decided_before_the_hearing()
            throws Exception {
        Begun review = begun.upToTheVote(mvc);
        measures.hearing(review.contract(), concern, "Twenty-five people signed.");
        begun.voteAndClose(review.review());
        review.hands().claim("ruth.castillo");
        String path = "/reviews/" + review.review() + "/stages/decision";

        assertThat(review.hands().get("ruth.castillo", path))
                .as("said before the reasons are written")
                .bodyText()
                .contains("Waits for a hearing", "has to hear those who signed");
        assertThat(review.hands().post("ruth.castillo", path, ReviewSteps.decision()))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("has to hear those who signed");
        assertThat(contracts.get(review.contract()).state()).isEqualTo(ContractState.IN_REVIEW);
        aDecisionWaitsForTheContractBeforeItHoldsTheReview(review, path);
        String hearing = "/contracts/" + review.contract() + "/hearings/" + concern;
        assertThat(review.hands().casePage("ruth.castillo")).contains("Held and asked for", hearing);
        assertThat(review.hands().casePage("dana.whitfield"))
                .contains("Held and asked for")
                .doesNotContain(hearing);
        assertThat(review.hands().casePage("tom.lindqvist")).doesNotContain("Held and asked for");
        assertThat(review.hands().get("dana.whitfield", hearing)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(review.hands().post("ruth.castillo", hearing, Map.of("account", "Two speakers.")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Two speakers.", "whether the tier stays");
        assertThat(review.hands()
                        .post("ruth.castillo", hearing, Map.of("account", "Two speakers.", "tier", "It stays.")))
                .hasStatus3xxRedirection();
        assertThat(review.hands().post("ruth.castillo", hearing, Map.of("account", "x", "tier", "x")))
                .hasStatus(HttpStatus.NOT_FOUND);
        review.hands().send(review.review(), "decision", "ruth.castillo", ReviewSteps.decision());
        assertThatThrownBy(() -> measures.hold(review.contract(), concern, " ")).isInstanceOf(Refused.class);
    }

    /** Both hold the contract first, so that a measure and a decision never wait for each other for ever. */
    private void aDecisionWaitsForTheContractBeforeItHoldsTheReview(Begun review, String path) throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<MvcTestResult> decision = transaction.execute(undone -> {
                measures.hold(review.contract(), new ConcernId(UUID.randomUUID()), "Harm may be imminent.");
                Future<MvcTestResult> waiting =
                        pool.submit(() -> review.hands().post("ruth.castillo", path, ReviewSteps.decision()));
                await().until(this::somebodyWaitsForALock);
                assertThat(database.sql("select id from review.review where id = :id for no key update nowait")
                                .param("id", review.review().value())
                                .query(UUID.class)
                                .list())
                        .as("not held by whoever waits for the contract")
                        .hasSize(1);
                undone.setRollbackOnly();
                return waiting;
            });
            assertThat(Objects.requireNonNull(decision).get())
                    .hasStatus(HttpStatus.CONFLICT)
                    .bodyText()
                    .contains("has to hear those who signed");
        } finally {
            pool.shutdownNow();
        }
    }

    private boolean somebodyWaitsForALock() {
        return database.sql(
                        """
                        select exists (select 1 from pg_stat_activity
                                       where datname = current_database() and wait_event_type = 'Lock')
                        """)
                .query(Boolean.class)
                .single();
    }

    private void decide(Begun review) throws Exception {
        begun.voteAndClose(review.review());
        begun.workOff(review.review(), "decision", "ruth.castillo", ReviewSteps.decision());
    }

    private void confirmInDatabase(ContractId contract) {
        database.sql(
                        """
                        with stated as (
                            insert into review.execution (id, review_id, pass, decision_id, document_set_hash, verdict,
                                company_signatory, customer_signatory, signed_on, stated_by, stated_at)
                            select gen_random_uuid(), review_id, pass, id, document_set_hash, 'SAME_CLAUSES', 'A', 'B',
                                   (now() at time zone 'UTC')::date, 'leo.brandt', now()
                              from review.decision where contract_id = :id
                            returning id, review_id, pass)
                        insert into review.execution_copy (execution_id, review_id, pass, version_id)
                        select s.id, s.review_id, s.pass, c.version_id
                          from stated s join review.executed_copy c on c.review_id = s.review_id and c.pass = s.pass""")
                .param("id", contract.value())
                .update();
        database.sql(
                        """
                        insert into review.gate_confirmation (id, review_id, decision_id, contract_id, document_set_hash,
                            execution_id, confirmed_by, confirmed_at)
                        select gen_random_uuid(), d.review_id, d.id, d.contract_id, d.document_set_hash, e.id, 'leo.brandt', now()
                          from review.decision d join review.execution e on e.decision_id = d.id
                         where d.contract_id = :id""")
                .param("id", contract.value())
                .update();
    }

    /** A hold that comes between the confirmation and the change of state holds as well. Undone at the end. */
    private void becomesSignedInTheDatabaseAfterItsConfirmation(ContractId contract) {
        transaction.executeWithoutResult(undone -> {
            confirmInDatabase(contract);
            measures.hold(contract, new ConcernId(UUID.randomUUID()), "Harm may be imminent.");
            assertThatThrownBy(() -> database.sql("update contract.contract set state = 'SIGNED' where id = :id")
                            .param("id", contract.value())
                            .update())
                    .hasStackTraceContaining("is held");
            undone.setRollbackOnly();
        });
    }

    private List<String> recorded() {
        return database.sql("select convert_from(body, 'UTF8')::jsonb ->> 'kind' from record.entry"
                        + " where position(:id in encode(body, 'escape')) > 0")
                .param("id", concern.toString())
                .query(String.class)
                .list();
    }
}
