package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.contractethics.review.Reviews.AppealFiled;
import org.contractethics.review.Reviews.ApprovalLapsed;
import org.contractethics.review.Reviews.ConflictDeclared;
import org.contractethics.review.Reviews.EndedByHold;
import org.contractethics.review.Reviews.ReviewOpened;
import org.contractethics.review.Reviews.StageCompleted;
import org.contractethics.review.Stage;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way through {@code contract-review.bpmn}. */
class ContractReviewProcessTests {

    private static final EngineRig rig = new EngineRig(ProcessNames.CONTRACT_REVIEW, Map.of());

    private final ReviewId review = new ReviewId(UUID.randomUUID());
    private final List<RecordedEvent> published = new ArrayList<>();
    private final ReviewProcess process = newProcess();

    @AfterAll
    static void everyNodeAndFlowWasPassed() {
        try (EngineRig finished = rig) {
            assertThat(finished.leftOut()).as("never passed in these tests").isEmpty();
        }
    }

    @BeforeEach
    void openReview() {
        rig.timeBecomes(EngineRig.MONDAY_MORNING);
        process.starts(new ReviewOpened(review, new ContractId(UUID.randomUUID()), "sofia", rig.clock.instant()));
    }

    @AfterEach
    void endReview() {
        rig.clear();
    }

    @Test
    void takes_the_lowest_tier_to_the_signature_without_research_and_mitigation() {
        completes(Stage.DOCUMENT_CHECK);
        completes(Stage.LEGAL_STOP, "legalResult", "CLEAR");
        completes(Stage.TRIAGE, "tier", "T1");
        completes(Stage.ASSESSMENT);
        completes(Stage.VOTE);
        completes(Stage.DECISION, "outcome", "APPROVE");
        completes(Stage.SIGNATURE_GATE, "gateResult", "SIGNED");

        assertThat(rig.result(review.value())).isEqualTo("signed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"T2", "T3", "T4"})
    void researches_and_mitigates_before_the_vote_in_the_higher_tiers(String tier) {
        triaged(tier);
        completes(Stage.RESEARCH);
        completes(Stage.ASSESSMENT);
        completes(Stage.MITIGATION);

        assertThat(open()).containsExactly("vote");
    }

    @Test
    void ends_where_it_stands_when_the_services_of_a_contract_signed_before_are_held() {
        reach(Stage.VOTE);

        process.ends(new EndedByHold(review, rig.clock.instant()));

        assertThat(rig.result(review.value())).isEqualTo("ended-by-hold");
        assertThat(open()).isEmpty();
    }

    @Test
    void the_vote_is_held_by_nobody_and_closed_once() {
        reach(Stage.VOTE);
        assertThat(item("vote").assignee()).isNull();

        completes(Stage.VOTE);

        assertThat(open()).containsExactly("decision");
        assertThat(done("vote").completedBy()).isEqualTo("dana");
    }

    @Test
    void ends_on_legal_grounds() {
        completes(Stage.DOCUMENT_CHECK);

        completes(Stage.LEGAL_STOP, "legalResult", "STOP");

        assertThat(rig.result(review.value())).isEqualTo("stopped");
    }

    @Test
    void goes_on_where_a_licence_is_needed() {
        completes(Stage.DOCUMENT_CHECK);

        completes(Stage.LEGAL_STOP, "legalResult", "LICENCE_NEEDED");

        assertThat(open()).containsExactly("triage");
    }

    @Test
    void asks_the_account_owner_and_starts_over_where_the_decision_returns_the_case() {
        decided("RETURN");
        assertThat(open()).containsExactly("clarification");
        assertThat(item("clarification").assignee()).isEqualTo("sofia");

        process.movesOn(completed(Stage.CLARIFICATION, "sofia", Map.of()));

        assertThat(open()).containsExactly("document-check");
    }

    @ParameterizedTest
    @CsvSource({"REJECT", "SUSPEND", "EXIT"})
    void waits_for_an_appeal_after_a_rejection_and_closes_when_the_period_is_over(String outcome) {
        decided(outcome);
        assertThat(open()).isEmpty();
        rig.timeBecomes(Instant.parse("2026-12-07T23:59:00Z"));
        assertThat(rig.ended(review.value())).isFalse();

        rig.timeBecomes(Instant.parse("2026-12-08T00:00:00Z"));

        assertThat(rig.result(review.value())).isEqualTo("rejected-finally");
        assertThat(rig.neighbours.closedWithoutAppeal).contains(review.toString());
    }

    @ParameterizedTest
    @CsvSource({"CONFIRM,", "RETURN,clarification"})
    void follows_the_result_of_an_appeal(String result, @Nullable String next) {
        decided("REJECT");
        process.appeals(new AppealFiled(review, "lena", rig.clock.instant()));
        assertThat(open()).containsExactly("appeal");

        completes(Stage.APPEAL, "appealResult", result);

        assertThat(open()).isEqualTo(next == null ? List.of() : List.of(next));
        assertThat(rig.ended(review.value())).isEqualTo(next == null);
    }

    @Test
    void goes_to_the_signature_where_a_rejection_is_changed_to_an_approval() {
        decided("REJECT");
        process.appeals(new AppealFiled(review, "lena", rig.clock.instant()));
        claim("appeal", "george");

        process.movesOn(completed(Stage.APPEAL, "george", Map.of("appealResult", "CHANGE", "outcome", "CONDITIONAL")));

        assertThat(open()).containsExactly("signature-gate");
    }

    @Test
    void an_appealed_approval_leaves_the_signature_gate_and_comes_back_when_it_is_confirmed() {
        decided("APPROVE");
        claim("signature-gate", "leo");

        process.appeals(new AppealFiled(review, "amir", rig.clock.instant()));
        assertThat(open()).containsExactly("appeal");
        completes(Stage.APPEAL, "appealResult", "CONFIRM");

        assertThat(open()).containsExactly("signature-gate");
        assertThat(item("signature-gate").assignee()).isNull();
    }

    @Test
    void an_approval_that_is_changed_to_a_rejection_ends_the_review() {
        decided("APPROVE");
        process.appeals(new AppealFiled(review, "amir", rig.clock.instant()));
        claim("appeal", "george");

        process.movesOn(completed(Stage.APPEAL, "george", Map.of("appealResult", "CHANGE", "outcome", "REJECT")));

        assertThat(rig.result(review.value())).isEqualTo("rejection-confirmed");
    }

    @Test
    void an_appealed_approval_that_lapses_goes_back_to_the_account_owner() {
        decided("APPROVE");
        process.appeals(new AppealFiled(review, "amir", rig.clock.instant()));

        process.goesBack(new ApprovalLapsed(review, false, rig.clock.instant()));

        assertThat(open()).containsExactly("clarification");
    }

    @Test
    void an_approval_that_lapses_because_facts_changed_ends_the_review_for_a_delta_review() {
        decided("APPROVE");

        process.goesBack(new ApprovalLapsed(review, true, rig.clock.instant()));

        assertThat(rig.result(review.value())).isEqualTo("approval-lapsed");
    }

    @Test
    void refuses_an_appeal_where_nothing_was_rejected() {
        assertThatThrownBy(() -> process.appeals(new AppealFiled(review, "lena", rig.clock.instant())))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT));
    }

    @Test
    void returns_the_case_where_other_documents_were_signed_than_decided_on() {
        decided("CONDITIONAL");

        completes(Stage.SIGNATURE_GATE, "gateResult", "RETURN");

        assertThat(open()).containsExactly("clarification");
    }

    @ParameterizedTest
    @CsvSource({
        "CLARIFICATION",
        "DOCUMENT_CHECK",
        "LEGAL_STOP",
        "TRIAGE",
        "RESEARCH",
        "ASSESSMENT",
        "MITIGATION",
        "VOTE",
        "DECISION",
        "APPEAL",
        "SIGNATURE_GATE"
    })
    void an_overdue_stage_escalates_again_and_again_and_is_never_completed_by_time(Stage stage) {
        reach(stage);
        Instant due = Objects.requireNonNull(item(stage.taskKey()).dueAt());
        String told = review + " " + stage + " " + due;

        rig.timeBecomes(due.minusSeconds(1));
        assertThat(rig.neighbours.escalated).isEmpty();
        rig.timeBecomes(due);
        assertThat(rig.neighbours.escalated).contains(told);
        rig.timeBecomes(due.plusSeconds(24 * 3600));

        assertThat(rig.neighbours.escalated.stream().filter(told::equals)).hasSizeGreaterThan(1);
        assertThat(open()).containsExactly(stage.taskKey());
    }

    @Test
    void refuses_whoever_does_not_hold_the_task() {
        assertThatThrownBy(() -> process.movesOn(completed(Stage.DOCUMENT_CHECK, "dana", Map.of())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Nobody holds this task");
        claim("document-check", "priya");

        assertThatThrownBy(() -> process.movesOn(completed(Stage.DOCUMENT_CHECK, "dana", Map.of())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Somebody else holds this task");
        assertThat(open()).containsExactly("document-check");
    }

    @Test
    void refuses_where_the_rules_object_since_the_claim() {
        claim("document-check", "dana");
        rig.neighbours.objections.put("dana", List.of("You were paid by this deal."));

        assertThatThrownBy(() -> process.movesOn(completed(Stage.DOCUMENT_CHECK, "dana", Map.of())))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(Refused.Kind.NOT_ALLOWED);
                    assertThat(refused.reasons()).containsExactly("You were paid by this deal.");
                });
    }

    @Test
    void refuses_at_completion_whoever_signed_no_declaration_of_interests() {
        rig.neighbours.undeclared.add("dana");
        claim("document-check", "dana");

        assertThatThrownBy(() -> process.movesOn(completed(Stage.DOCUMENT_CHECK, "dana", Map.of())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("(H2)");
    }

    @Test
    void a_declared_conflict_returns_the_task_to_the_pool_and_is_recorded() {
        claim("document-check", "priya");

        ConflictDeclared declared = new ConflictDeclared(review, "priya", rig.clock.instant());
        process.isOfferedNothing(declared);
        process.releases(declared);

        assertThat(item("document-check").assignee()).isNull();
        assertThat(rig.items.excluded).contains(review + " priya");
        assertThat(published).extracting(RecordedEvent::kind).containsExactly("task-returned");
    }

    @Test
    void refuses_a_stage_that_is_finished_already() {
        completes(Stage.DOCUMENT_CHECK);

        assertThatThrownBy(() -> process.movesOn(completed(Stage.DOCUMENT_CHECK, "dana", Map.of())))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PROBABLY"})
    void does_not_guess_a_way_where_the_fact_it_branches_on_is_missing_or_unknown(String result) {
        completes(Stage.DOCUMENT_CHECK);
        claim("legal-stop", "dana");
        Map<String, String> facts = result.isEmpty() ? Map.of() : Map.of("legalResult", result);

        assertThatThrownBy(() -> process.movesOn(completed(Stage.LEGAL_STOP, "dana", facts)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(open()).containsExactly("legal-stop");
    }

    @Test
    void keeps_texts_out_of_the_engine() {
        claim("document-check", "dana");

        process.movesOn(completed(Stage.DOCUMENT_CHECK, "dana", Map.of("reasons", "The contract says")));

        assertThat(rig.engine
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .list())
                .extracting(HistoricVariableInstance::getName)
                .doesNotContain("reasons");
    }

    @Test
    void offers_the_account_owner_nothing_of_the_own_case() {
        assertThat(rig.items.excluded).contains(review + " sofia");
    }

    @Test
    void a_delegate_completes_the_task_of_the_absent_and_nobody_else_does() {
        claim("document-check", "dana");
        assertThatThrownBy(() -> process.movesOn(completed(Stage.DOCUMENT_CHECK, "helen", Map.of())))
                .hasMessageContaining("Somebody else holds this task");
        rig.neighbours.covered.put("helen", Set.of("dana"));
        rig.neighbours.objections.put("helen", List.of("You are paid by this contract (H1)."));
        assertThatThrownBy(() -> process.movesOn(completed(Stage.DOCUMENT_CHECK, "helen", Map.of())))
                .as("separation of duties holds for the delegate")
                .hasMessageContaining("H1");
        rig.neighbours.objections.clear();

        process.movesOn(completed(Stage.DOCUMENT_CHECK, "helen", Map.of()));

        assertThat(done("document-check").completedBy()).isEqualTo("helen");
        assertThat(open()).containsExactly("legal-stop");
    }

    private ReviewProcess newProcess() {
        return new ReviewProcess(
                rig.engine.getRuntimeService(),
                rig.engine.getTaskService(),
                rig.versions(),
                rig.items,
                rig.eligibility(),
                rig.neighbours.delegations(),
                event -> published.add((RecordedEvent) event));
    }

    private void reach(Stage stage) {
        switch (stage) {
            case DOCUMENT_CHECK -> {}
            case LEGAL_STOP -> completes(Stage.DOCUMENT_CHECK);
            case TRIAGE -> {
                reach(Stage.LEGAL_STOP);
                completes(Stage.LEGAL_STOP, "legalResult", "CLEAR");
            }
            case RESEARCH -> triaged("T3");
            case ASSESSMENT, MITIGATION, VOTE, DECISION -> {
                List<Stage> stages = List.of(Stage.values());
                Stage before = stages.get(stages.indexOf(stage) - 1);
                reach(before);
                completes(before);
            }
            case CLARIFICATION -> decided("RETURN");
            case SIGNATURE_GATE -> decided("APPROVE");
            case APPEAL -> {
                decided("REJECT");
                process.appeals(new AppealFiled(review, "lena", rig.clock.instant()));
            }
        }
    }

    private void triaged(String tier) {
        reach(Stage.TRIAGE);
        completes(Stage.TRIAGE, "tier", tier);
    }

    private void decided(String outcome) {
        triaged("T1");
        completes(Stage.ASSESSMENT);
        completes(Stage.VOTE);
        completes(Stage.DECISION, "outcome", outcome);
    }

    private void completes(Stage stage) {
        completes(stage, "note", "");
    }

    private void completes(Stage stage, String fact, String value) {
        if (!stage.shared()) {
            claim(stage.taskKey(), "dana");
        }
        process.movesOn(completed(stage, "dana", Map.of(fact, value)));
    }

    private StageCompleted completed(Stage stage, String actor, Map<String, String> facts) {
        return new StageCompleted(review, stage, actor, facts, rig.clock.instant());
    }

    private void claim(String taskKey, String username) {
        rig.engine.getTaskService().claim(item(taskKey).taskId(), username);
    }

    private InboxItem item(String taskKey) {
        return rig.items.ofSubject(review.value()).stream()
                .filter(item -> !item.done() && item.taskKey().equals(taskKey))
                .findFirst()
                .orElseThrow();
    }

    private InboxItem done(String taskKey) {
        return rig.items.ofSubject(review.value()).stream()
                .filter(item -> item.done() && item.taskKey().equals(taskKey))
                .findFirst()
                .orElseThrow();
    }

    private List<String> open() {
        return rig.openTasks(review.value());
    }
}
