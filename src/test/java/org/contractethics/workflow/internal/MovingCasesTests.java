package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.contractethics.review.Reviews.AppealFiled;
import org.contractethics.review.Reviews.ReviewOpened;
import org.contractethics.review.Reviews.ReviewSummary;
import org.contractethics.review.Reviews.StageCompleted;
import org.contractethics.review.Stage;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.MovingCases.Outcome;
import org.contractethics.workflow.internal.ProcedureVersions.Version;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Reviews that began while the appeal was still a stage inside {@code contract-review.bpmn}, moved to the model of today. */
class MovingCasesTests {

    private static final EngineRig rig = new EngineRig(ProcessNames.CONTRACT_REVIEW, Map.of());
    private static final String OLDER = older();
    private static final Actor CHAIR = new Actor("ruth", "Ruth Castillo", Set.of(Role.PANEL_CHAIR));

    private final ReviewId review = new ReviewId(UUID.randomUUID());
    private final ContractId contract = new ContractId(UUID.randomUUID());
    private final List<RecordedEvent> recorded = new ArrayList<>();
    private final ReviewProcess process = new ReviewProcess(
            rig.engine.getRuntimeService(),
            rig.engine.getTaskService(),
            rig.versions(),
            rig.items,
            rig.eligibility(),
            rig.neighbours.delegations(),
            event -> {});
    private final ProcedureVersions versions = new ProcedureVersions(
            rig.engine.getRepositoryService(),
            rig.engine.getRuntimeService(),
            new RunningCases(
                    rig.engine.getRepositoryService(), rig.engine.getRuntimeService(), rig.neighbours.register()),
            new KnownCases(rig.neighbours.concerns(), rig.neighbours.followUps()));
    private final MovingCases moving = new MovingCases(
            versions,
            rig.engine,
            rig.neighbours.reviews(),
            event -> recorded.add((RecordedEvent) event),
            new NoTransactions(),
            rig.clock);

    /** The older model comes first in the history of the product; here its version lies below that of today's, deployed anew. */
    private static String older() {
        String older = rig.deploy(ProcessNames.CONTRACT_REVIEW, "/workflow/contract-review-with-appeal-inside.bpmn");
        rig.deploy(ProcessNames.CONTRACT_REVIEW, "/bpmn/contract-review.bpmn");
        return older;
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    @BeforeEach
    void knowsTheContract() {
        rig.timeBecomes(EngineRig.MONDAY_MORNING);
        rig.neighbours.contracts.put(contract, Neighbours.contract(contract, "Cloud data processing"));
    }

    @AfterEach
    void end() {
        rig.clear();
        rig.neighbours.latest.clear();
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, mode = EnumSource.Mode.EXCLUDE, names = "APPEAL")
    void a_review_in_any_stage_both_versions_know_is_moved_and_goes_on_to_its_end(Stage stage) {
        standsAt(stage);
        Instant due = item(stage.taskKey()).dueAt();

        Outcome outcome = move();

        assertThat(outcome.moved()).hasSize(1);
        assertThat(outcome.left()).isEmpty();
        assertThat(running().getProcessDefinitionId()).isNotEqualTo(OLDER);
        assertThat(item(stage.taskKey()).dueAt()).isEqualTo(due);
        completesFrom(stage);
        assertThat(rig.result(review.value())).isEqualTo("signed");
        assertThat(recorded).extracting(RecordedEvent::kind).containsExactly("case-moved");
    }

    /** The overdue timer and the reminder of one and the same step, in two versions that both have them. */
    @Test
    void reminders_are_set_for_reviews_that_move_or_begin_after_one_was_moved() {
        process.starts(new ReviewOpened(review, contract, "sofia", rig.clock.instant()));
        ProcessInstance first = running();
        process.starts(new ReviewOpened(new ReviewId(UUID.randomUUID()), contract, "sofia", rig.clock.instant()));
        assertThat(rig.timers()).hasSize(4);
        rig.deploy(ProcessNames.CONTRACT_REVIEW, "/bpmn/contract-review.bpmn");

        Set<String> both =
                rig.engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list().stream()
                        .map(ProcessInstance::getId)
                        .collect(Collectors.toSet());
        Outcome outcome = moving.move(first.getProcessDefinitionId(), both, "A better way to appeal", CHAIR);
        process.starts(new ReviewOpened(new ReviewId(UUID.randomUUID()), contract, "sofia", rig.clock.instant()));

        assertThat(outcome.moved()).hasSize(2);
        assertThat(rig.timers())
                .hasSize(6)
                .extracting(Job::getProcessDefinitionId)
                .doesNotContain(first.getProcessDefinitionId());
    }

    @Test
    void a_moved_review_waits_for_an_appeal_as_before_and_hears_it_in_the_process_of_today() {
        standsAt(Stage.DECISION);
        completes(Stage.DECISION, Map.of("outcome", "REJECT"));
        assertThat(move().moved()).hasSize(1);

        process.appeals(new AppealFiled(review, "lena", rig.clock.instant()));

        assertThat(rig.openTasks(review.value())).containsExactly("appeal");
        completes(Stage.APPEAL, Map.of("appealResult", "CONFIRM"));
        assertThat(rig.result(review.value())).isEqualTo("rejection-confirmed");
    }

    @Test
    void a_moved_review_still_ends_when_its_time_to_appeal_is_over() {
        standsAt(Stage.DECISION);
        completes(Stage.DECISION, Map.of("outcome", "REJECT"));
        move();

        rig.timeBecomes(Instant.parse("2026-12-08T00:00:00Z"));

        assertThat(rig.result(review.value())).isEqualTo("rejected-finally");
    }

    @Test
    void a_review_whose_appeal_is_being_heard_stays_with_its_version_and_the_reason_is_told_and_recorded() {
        standsAt(Stage.APPEAL);

        Outcome outcome = move();

        assertThat(outcome.moved()).isEmpty();
        assertThat(outcome.left().values()).singleElement().asString().contains("Decide the appeal");
        assertThat(running().getProcessDefinitionId()).isEqualTo(OLDER);
        assertThat(recorded).extracting(RecordedEvent::kind).containsExactly("case-not-moved");
        completes(Stage.APPEAL, Map.of("appealResult", "CONFIRM"));
        assertThat(rig.ended(review.value())).isTrue();
    }

    @Test
    void a_review_that_nobody_moves_keeps_its_version_to_its_end() {
        standsAt(Stage.DOCUMENT_CHECK);
        assertThat(running().getProcessDefinitionId()).isEqualTo(OLDER);

        completesFrom(Stage.DOCUMENT_CHECK);

        assertThat(rig.engine
                        .getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(review.toString())
                        .singleResult()
                        .getProcessDefinitionId())
                .isEqualTo(OLDER);
    }

    @Test
    void an_approval_under_the_older_version_is_appealed_only_after_it_was_moved() {
        standsAt(Stage.SIGNATURE_GATE);
        AppealFiled filed = new AppealFiled(review, "amir", rig.clock.instant());
        assertThatThrownBy(() -> process.appeals(filed)).hasMessageContaining("newest version");
        assertThat(rig.openTasks(review.value())).containsExactly("signature-gate");

        move();
        process.appeals(filed);

        assertThat(rig.openTasks(review.value())).containsExactly("appeal");
    }

    @Test
    void the_plan_says_what_is_kept_what_is_lost_and_where_each_case_stands() {
        standsAt(Stage.TRIAGE);

        ProcedureVersions.Plan plan = versions.plan(OLDER, CHAIR);

        assertThat(plan.kept()).contains("Confirm the triage", "Rejected: appeal or wait");
        assertThat(plan.lost()).containsExactly("Decide the appeal");
        assertThat(plan.cases()).singleElement().satisfies(open -> {
            assertThat(open.at()).containsExactly("Confirm the triage");
            assertThat(open.obstacle()).isNull();
        });
        assertThat(versions.seenBy(CHAIR)).filteredOn(Version::older).hasSize(1);
    }

    @Test
    void only_who_answers_for_the_procedure_and_has_no_part_in_the_deal_moves_a_case() {
        standsAt(Stage.TRIAGE);
        String running = running().getId();
        Set<String> chosen = Set.of(running);
        Actor auditor = new Actor("august", "August Lund", Set.of(Role.AUDITOR));
        Actor seller = new Actor("sofia", "Sofia Marin", Set.of(Role.SUBMITTER));
        assertThatThrownBy(() -> moving.move(OLDER, chosen, "Because", auditor)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> moving.move(OLDER, chosen, "Because", seller)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> moving.move(OLDER, chosen, " ", CHAIR)).hasMessageContaining("Say why");
        assertThatThrownBy(() -> moving.move(OLDER, Set.of(), "Because", CHAIR)).hasMessageContaining("at least one");
        rig.neighbours.latest.put(contract, summary());
        rig.neighbours.barred.put("ruth", List.of("You are paid by this contract (H1)."));

        Outcome outcome = moving.move(OLDER, chosen, "Because", CHAIR);

        assertThat(outcome.left().values()).containsExactly("You are paid by this contract (H1).");
        assertThat(running().getProcessDefinitionId()).isEqualTo(OLDER);
        assertThatThrownBy(() -> versions.plan("nonsense", CHAIR)).isInstanceOf(Refused.class);
    }

    @Test
    void one_case_that_cannot_move_takes_no_other_with_it() {
        standsAt(Stage.APPEAL);
        String stays = running().getId();
        UUID other = UUID.randomUUID();
        String moves = start(other, Stage.TRIAGE);

        Outcome outcome = moving.move(OLDER, Set.of(stays, moves), "A better way to appeal", CHAIR);

        assertThat(outcome.moved())
                .extracting(ProcedureVersions.OpenCase::process)
                .containsExactly(moves);
        assertThat(outcome.left().keySet())
                .extracting(ProcedureVersions.OpenCase::process)
                .containsExactly(stays);
    }

    private Outcome move() {
        return moving.move(OLDER, Set.of(running().getId()), "A better way to appeal", CHAIR);
    }

    private void standsAt(Stage stage) {
        start(review.value(), stage);
    }

    private String start(UUID businessKey, Stage stage) {
        return rig.engine
                .getRuntimeService()
                .createProcessInstanceById(OLDER)
                .businessKey(businessKey.toString())
                .setVariables(Map.of("contractId", contract.toString(), "submitter", "sofia", "tier", "T3"))
                .startBeforeActivity(stage.taskKey())
                .execute()
                .getId();
    }

    private ProcessInstance running() {
        return rig.engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(review.toString(), ProcessNames.CONTRACT_REVIEW)
                .singleResult();
    }

    /** From the stage over all that follow to the signature. */
    private void completesFrom(Stage stage) {
        List<Stage> way = List.of(Stage.values());
        for (Stage next : way.subList(way.indexOf(stage), way.size())) {
            if (next != Stage.APPEAL) {
                completes(next, facts(next));
            }
        }
    }

    private static Map<String, String> facts(Stage stage) {
        return switch (stage) {
            case LEGAL_STOP -> Map.of("legalResult", "CLEAR");
            case TRIAGE -> Map.of("tier", "T3");
            case DECISION -> Map.of("outcome", "APPROVE");
            case SIGNATURE_GATE -> Map.of("gateResult", "SIGNED");
            default -> Map.of();
        };
    }

    private void completes(Stage stage, Map<String, String> facts) {
        InboxItem item = item(stage.taskKey());
        String holder = item.assignee() == null ? "dana" : item.assignee();
        if (!stage.shared()) {
            rig.engine.getTaskService().setAssignee(item.taskId(), holder);
        }
        process.movesOn(new StageCompleted(review, stage, holder, facts, rig.clock.instant()));
    }

    private InboxItem item(String key) {
        return rig.items.ofSubject(review.value()).stream()
                .filter(item -> !item.done() && item.taskKey().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private ReviewSummary summary() {
        @Nullable String none = null;
        return new ReviewSummary(review, contract, "sofia", "T3", none, false, rig.clock.instant());
    }

    /** The engine in memory commits by itself. */
    private static final class NoTransactions extends AbstractPlatformTransactionManager {

        private static final long serialVersionUID = 1L;

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
