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
import org.contractethics.review.Reviews.AppealFiled;
import org.contractethics.review.Reviews.ApprovalLapsed;
import org.contractethics.review.Reviews.CarriedOverReopened;
import org.contractethics.review.Reviews.DeltaReviewOpened;
import org.contractethics.review.Reviews.EndedByHold;
import org.contractethics.review.Reviews.StageCompleted;
import org.contractethics.review.Stage;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way through {@code delta-review.bpmn}. */
class DeltaReviewProcessTests {

    private static final EngineRig rig = new EngineRig(ProcessNames.DELTA_REVIEW, Map.of());
    private static final Set<Stage> ALL_CARRIED =
            Set.of(Stage.DOCUMENT_CHECK, Stage.RESEARCH, Stage.ASSESSMENT, Stage.MITIGATION);

    private final ReviewId review = new ReviewId(UUID.randomUUID());
    private final List<RecordedEvent> published = new ArrayList<>();
    private final ReviewProcess process = new ReviewProcess(
            rig.engine.getRuntimeService(),
            rig.engine.getTaskService(),
            rig.versions(),
            rig.items,
            rig.eligibility(),
            rig.neighbours.delegations(),
            event -> published.add((RecordedEvent) event));

    @AfterAll
    static void everyNodeAndFlowWasPassed() {
        try (EngineRig finished = rig) {
            assertThat(finished.leftOut()).as("never passed in these tests").isEmpty();
        }
    }

    @BeforeEach
    void openReview() {
        rig.timeBecomes(EngineRig.MONDAY_MORNING);
        process.startsDelta(
                new DeltaReviewOpened(review, new ContractId(UUID.randomUUID()), "sofia", rig.clock.instant()));
    }

    @AfterEach
    void endReview() {
        rig.clear();
    }

    @Test
    void begins_at_the_legal_check_and_offers_the_account_owner_nothing() {
        assertThat(open()).containsExactly("legal-stop");
        assertThat(rig.items.excluded).contains(review + " sofia");
    }

    @Test
    void goes_from_the_triage_to_the_vote_where_everything_else_is_carried_over() {
        rig.neighbours.notDue.addAll(ALL_CARRIED);
        completes(Stage.LEGAL_STOP, "legalResult", "CLEAR");
        assertThat(open()).containsExactly("triage");

        triaged("T3", "ON");

        assertThat(open()).containsExactly("vote");
        completes(Stage.VOTE);
        completes(Stage.DECISION, "outcome", "APPROVE");
        completes(Stage.SIGNATURE_GATE, "gateResult", "SIGNED");
        assertThat(rig.result(review.value())).contains("signed");
    }

    @Test
    void does_every_stage_that_is_due() {
        completes(Stage.LEGAL_STOP, "legalResult", "CLEAR");
        completes(Stage.DOCUMENT_CHECK);
        triaged("T3", "ON");
        completes(Stage.RESEARCH);
        completes(Stage.ASSESSMENT);
        completes(Stage.MITIGATION);

        assertThat(open()).containsExactly("vote");
    }

    @Test
    void mitigates_anew_where_only_the_documents_changed() {
        rig.neighbours.notDue.addAll(Set.of(Stage.RESEARCH, Stage.ASSESSMENT));
        completes(Stage.LEGAL_STOP, "legalResult", "CLEAR");
        completes(Stage.DOCUMENT_CHECK);

        triaged("T2", "ON");

        assertThat(open()).containsExactly("mitigation");
    }

    @Test
    void begins_anew_at_the_legal_check_where_the_triage_finds_that_nothing_is_carried_over() {
        rig.neighbours.notDue.addAll(ALL_CARRIED);
        completes(Stage.LEGAL_STOP, "legalResult", "CLEAR");

        triaged("T4", "ANEW");

        assertThat(open()).containsExactly("legal-stop");
    }

    @Test
    void does_not_guess_whether_anything_is_carried_over() {
        rig.neighbours.notDue.addAll(ALL_CARRIED);
        completes(Stage.LEGAL_STOP, "legalResult", "CLEAR");
        claim("triage", "dana");

        assertThatThrownBy(() -> process.movesOn(completed(Stage.TRIAGE, Map.of("tier", "T3"))))
                .hasStackTraceContaining("triageResult");
        assertThat(open()).containsExactly("triage");
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"RESEARCH", "ASSESSMENT", "MITIGATION"})
    void a_stage_that_is_reopened_is_done_although_the_vote_had_begun(Stage reopened) {
        reach(Stage.VOTE);
        rig.neighbours.notDue.addAll(ALL_CARRIED);
        rig.neighbours.notDue.remove(reopened);

        process.examinesAgain(new CarriedOverReopened(review, rig.clock.instant()));

        assertThat(open()).containsExactly(reopened.taskKey());
        assertThat(rig.items.ofSubject(review.value()))
                .as("the vote is over in the inbox as well")
                .noneMatch(item -> item.taskKey().equals("vote") && !item.done());
    }

    @Test
    void the_whole_review_begins_where_the_document_check_is_reopened() {
        reach(Stage.VOTE);
        rig.neighbours.notDue.clear();

        process.examinesAgain(new CarriedOverReopened(review, rig.clock.instant()));

        assertThat(open()).containsExactly("legal-stop");
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"LEGAL_STOP", "VOTE", "DECISION", "CLARIFICATION", "SIGNATURE_GATE"})
    void ends_wherever_it_stands_when_the_services_are_held(Stage stage) {
        reach(stage);

        process.ends(new EndedByHold(review, rig.clock.instant()));

        assertThat(rig.result(review.value())).contains("ended-by-hold");
        assertThat(rig.items.ofSubject(review.value())).allMatch(InboxItem::done);
    }

    @Test
    void a_review_that_has_ended_does_not_end_again() {
        completes(Stage.LEGAL_STOP, "legalResult", "STOP");

        assertThatThrownBy(() -> process.ends(new EndedByHold(review, rig.clock.instant())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("newest version");
    }

    @Test
    void nothing_is_reopened_once_the_vote_is_closed() {
        reach(Stage.DECISION);

        assertThatThrownBy(() -> process.examinesAgain(new CarriedOverReopened(review, rig.clock.instant())))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT));
    }

    @Test
    void a_process_variable_shortens_nothing() {
        completes(Stage.LEGAL_STOP, "legalResult", "CLEAR");
        completes(Stage.DOCUMENT_CHECK);
        claim("triage", "dana");
        rig.engine
                .getTaskService()
                .complete(
                        item("triage").taskId(),
                        Map.of("tier", "T3", "triageResult", "ON", "notDue", true, "research", "carried over"));

        assertThat(open()).containsExactly("research");
    }

    @Test
    void ends_on_legal_grounds() {
        completes(Stage.LEGAL_STOP, "legalResult", "STOP");

        assertThat(rig.result(review.value())).isEqualTo("stopped");
    }

    @Test
    void asks_the_account_owner_and_begins_again_where_the_decision_returns_the_case() {
        decided("RETURN");
        assertThat(open()).containsExactly("clarification");
        assertThat(item("clarification").assignee()).isEqualTo("sofia");

        process.movesOn(completed(Stage.CLARIFICATION, "sofia", Map.of()));

        assertThat(open()).containsExactly("legal-stop");
    }

    @Test
    void closes_when_nobody_appeals_a_rejection_in_time() {
        decided("REJECT");

        rig.timeBecomes(Instant.parse("2026-12-08T00:00:00Z"));

        assertThat(rig.result(review.value())).contains("rejected-finally");
    }

    @Test
    void follows_the_result_of_an_appeal() {
        decided("REJECT");
        process.appeals(new AppealFiled(review, "lena", rig.clock.instant()));
        assertThat(open()).containsExactly("appeal");

        completes(Stage.APPEAL, "appealResult", "CONFIRM");

        assertThat(rig.result(review.value())).contains("rejection-confirmed");
    }

    @Test
    void an_appeal_can_send_the_case_back() {
        decided("REJECT");
        process.appeals(new AppealFiled(review, "lena", rig.clock.instant()));

        completes(Stage.APPEAL, "appealResult", "RETURN");

        assertThat(open()).containsExactly("clarification");
    }

    @Test
    void an_appealed_approval_leaves_the_gate_and_comes_back_when_it_is_confirmed() {
        decided("APPROVE");
        process.appeals(new AppealFiled(review, "amir", rig.clock.instant()));
        assertThat(open()).containsExactly("appeal");

        completes(Stage.APPEAL, "appealResult", "CONFIRM");

        assertThat(open()).containsExactly("signature-gate");
    }

    @Test
    void another_change_after_its_approval_ends_it_for_the_next_delta_review() {
        decided("CONDITIONAL");

        process.goesBack(new ApprovalLapsed(review, true, rig.clock.instant()));

        assertThat(rig.result(review.value())).contains("approval-lapsed");
    }

    @Test
    void returns_the_case_where_other_documents_were_signed() {
        decided("CONDITIONAL");

        completes(Stage.SIGNATURE_GATE, "gateResult", "RETURN");

        assertThat(open()).containsExactly("clarification");
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, names = "APPEAL", mode = EnumSource.Mode.EXCLUDE)
    void an_overdue_stage_escalates_again_and_again_and_is_never_completed_by_time(Stage stage) {
        reach(stage);
        Instant due = Objects.requireNonNull(item(stage.taskKey()).dueAt());
        String told = review + " " + stage + " " + due;

        rig.timeBecomes(due.minusSeconds(1));
        assertThat(rig.neighbours.escalated).isEmpty();
        rig.timeBecomes(due);
        rig.timeBecomes(due.plusSeconds(24 * 3600));

        assertThat(rig.neighbours.escalated.stream().filter(told::equals)).hasSizeGreaterThan(1);
        assertThat(open()).containsExactly(stage.taskKey());
    }

    private void reach(Stage stage) {
        switch (stage) {
            case LEGAL_STOP -> {}
            case DOCUMENT_CHECK -> completes(Stage.LEGAL_STOP, "legalResult", "CLEAR");
            case TRIAGE -> {
                reach(Stage.DOCUMENT_CHECK);
                completes(Stage.DOCUMENT_CHECK);
            }
            case RESEARCH -> {
                reach(Stage.TRIAGE);
                triaged("T3", "ON");
            }
            case ASSESSMENT, MITIGATION, VOTE, DECISION -> {
                List<Stage> stages = List.of(Stage.values());
                Stage before = stages.get(stages.indexOf(stage) - 1);
                reach(before);
                completes(before);
            }
            case CLARIFICATION -> decided("RETURN");
            case SIGNATURE_GATE -> decided("APPROVE");
            case APPEAL -> throw new IllegalArgumentException("see the tests of the appeal");
        }
    }

    private void triaged(String tier, String result) {
        claim("triage", "dana");
        process.movesOn(completed(Stage.TRIAGE, Map.of("tier", tier, "triageResult", result)));
    }

    private void decided(String outcome) {
        rig.neighbours.notDue.addAll(ALL_CARRIED);
        completes(Stage.LEGAL_STOP, "legalResult", "CLEAR");
        triaged("T3", "ON");
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
        process.movesOn(completed(stage, Map.of(fact, value)));
    }

    private StageCompleted completed(Stage stage, Map<String, String> facts) {
        return completed(stage, "dana", facts);
    }

    private StageCompleted completed(Stage stage, String actor, Map<String, String> facts) {
        return new StageCompleted(review, stage, actor, facts, rig.clock.instant());
    }

    private void claim(String taskKey, String username) {
        rig.engine.getTaskService().claim(item(taskKey).taskId(), username);
    }

    private List<String> open() {
        return rig.openTasks(review.value());
    }

    private InboxItem item(String taskKey) {
        return rig.items.ofSubject(review.value()).stream()
                .filter(item -> !item.done() && item.taskKey().equals(taskKey))
                .findFirst()
                .orElseThrow();
    }
}
