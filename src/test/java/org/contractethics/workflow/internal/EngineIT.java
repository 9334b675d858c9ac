package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.Concerns.ConcernFiled;
import org.contractethics.concern.internal.FileConcern;
import org.contractethics.concern.internal.FilingConcerns;
import org.contractethics.review.Reviews.ApprovalLapsed;
import org.contractethics.review.Reviews.ReviewOpened;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine as it is wired: in the application's transactions, in its own schema, with its timers running. */
@IntegrationTest
class EngineIT {

    private final ProcessEngine engine;
    private final InboxItems items;
    private final EngineHealthIndicator health;
    private final FilingConcerns filing;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient database;

    @Autowired
    EngineIT(
            ProcessEngine engine,
            InboxItems items,
            EngineHealthIndicator health,
            FilingConcerns filing,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            JdbcClient database) {
        this.engine = engine;
        this.items = items;
        this.health = health;
        this.filing = filing;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.database = database;
    }

    @Test
    void names_what_is_new_while_no_connection_is_free() throws SQLException {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        HikariDataSource pool = settings.getDataSource().unwrap(HikariDataSource.class);
        List<Connection> taken = new ArrayList<>();
        try {
            while (taken.size() < pool.getMaximumPoolSize()) {
                taken.add(pool.getConnection());
            }

            assertThat(Stream.generate(settings.getIdGenerator()::getNextId).limit(500))
                    .doesNotHaveDuplicates();
        } finally {
            for (Connection one : taken) {
                one.close();
            }
        }
    }

    @Test
    void is_up_with_its_models_and_its_timers() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .list())
                .extracting(ProcessDefinition::getKey)
                .containsExactlyInAnyOrder(
                        "contract-review",
                        "delta-review",
                        "concern-handling",
                        "concern-announcement",
                        "concern-appeal",
                        "stage-question",
                        "absence",
                        "policy-change",
                        "event-resubmission",
                        "recurring-work",
                        "condition-follow-up",
                        "suspension",
                        "interim-measure",
                        "periodic-re-review",
                        "appeal-hearing",
                        "exit",
                        "remediation",
                        "sample-review");
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processDefinitionKey("event-resubmission")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void keeps_its_tables_in_its_own_schema_and_no_people_in_them() {
        List<String> tables = database.sql(
                        "select table_schema || '.' || table_name from information_schema.tables where table_name like 'act\\_%'")
                .query(String.class)
                .list();

        assertThat(tables).isNotEmpty().allSatisfy(table -> assertThat(table).startsWith("engine."));
        assertThat(tables).doesNotContain("engine.act_id_user", "engine.act_id_group", "engine.act_re_case_def");
    }

    /** Bad input 21 */
    @Test
    void takes_a_process_back_together_with_the_review_that_started_it() {
        ReviewId review = new ReviewId(UUID.randomUUID());

        transaction.executeWithoutResult(status -> {
            events.publishEvent(opened(review));
            assertThat(items.ofSubject(review.value())).hasSize(1);
            status.setRollbackOnly();
        });

        assertThat(items.ofSubject(review.value())).isEmpty();
        assertThat(instances(review.value())).isZero();
    }

    @Test
    void moves_no_process_outside_a_transaction() {
        assertThatThrownBy(() -> events.publishEvent(opened(new ReviewId(UUID.randomUUID()))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void learns_nothing_of_a_concern_but_its_id() {
        ConcernId concern = new ConcernId(UUID.randomUUID());

        transaction.executeWithoutResult(status -> {
            filing.file(
                    new FileConcern(concern, null, "", "", "OPEN", "OTHER", "text", "", "", "", Set.of()),
                    new Actor("erin.walsh", "Erin Walsh", Set.of(Role.EMPLOYEE)));
            assertThat(instances(concern.value())).isZero();
            events.publishEvent(new ConcernFiled(concern, null, Instant.now()));
            assertThat(instances(concern.value())).isEqualTo(1);
            assertThat(engine.getRuntimeService()
                            .createVariableInstanceQuery()
                            .processInstanceIdIn(engine.getRuntimeService()
                                    .createProcessInstanceQuery()
                                    .processInstanceBusinessKey(concern.toString())
                                    .singleResult()
                                    .getId())
                            .count())
                    .isZero();
            status.setRollbackOnly();
        });
    }

    @Test
    void of_two_who_finish_the_same_step_at_once_one_succeeds_and_the_other_is_told() throws Exception {
        ReviewId review = new ReviewId(UUID.randomUUID());
        String process = engine.getRuntimeService()
                .createProcessInstanceByKey("contract-review")
                .businessKey(review.toString())
                .setVariables(
                        Map.of("contractId", UUID.randomUUID().toString(), "submitter", "sofia.marin", "tier", "T3"))
                .startBeforeActivity("signature-gate")
                .execute()
                .getId();
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier together = new CyclicBarrier(2);
            List<Future<Boolean>> both =
                    two.invokeAll(List.of(goingBack(review, together), goingBack(review, together)));

            assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(true, false);
            assertThat(items.ofSubject(review.value()))
                    .extracting(InboxItem::taskKey)
                    .containsExactly("signature-gate", "clarification");
        } finally {
            two.shutdown();
            engine.getRuntimeService().deleteProcessInstance(process, "end of test");
        }
    }

    private Callable<Boolean> goingBack(ReviewId review, CyclicBarrier together) {
        ApprovalLapsed lapsed = new ApprovalLapsed(review, false, Instant.now());
        return () -> {
            together.await();
            try {
                transaction.executeWithoutResult(status -> events.publishEvent(lapsed));
                return true;
            } catch (Refused refused) {
                assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT);
                return false;
            }
        };
    }

    private static ReviewOpened opened(ReviewId review) {
        return new ReviewOpened(review, new ContractId(UUID.randomUUID()), "sofia.marin", Instant.now());
    }

    private long instances(UUID businessKey) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey.toString())
                .count();
    }
}
