package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.review.Questions.QuestionAsked;
import org.contractethics.review.Questions.QuestionClosed;
import org.contractethics.review.Stage;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.InboxItem.Subject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way through {@code stage-question.bpmn}; the clock of the stage is tested with the review. */
class StageQuestionProcessTests {

    private static final EngineRig rig = new EngineRig(ProcessNames.STAGE_QUESTION, Map.of());

    private final UUID question = UUID.randomUUID();
    private final ReviewId review = new ReviewId(UUID.randomUUID());

    @AfterAll
    static void everyNodeAndFlowWasPassed() {
        try (EngineRig finished = rig) {
            assertThat(finished.leftOut()).as("never passed in these tests").isEmpty();
        }
    }

    @BeforeEach
    void ask() {
        rig.timeBecomes(EngineRig.MONDAY_MORNING);
        rig.neighbours.told.clear();
        rig.engine
                .getRuntimeService()
                .startProcessInstanceByKey(
                        ProcessNames.STAGE_QUESTION, question.toString(), Map.of(ProcessNames.SUBMITTER, "sofia"));
    }

    @AfterEach
    void end() {
        rig.clear();
    }

    @Test
    void the_answer_is_a_task_of_the_account_owner_with_a_due_date_of_its_own() {
        InboxItem item = rig.items.ofSubject(question).get(0);

        assertThat(item.kind()).isEqualTo(Subject.QUESTION);
        assertThat(item.assignee()).isEqualTo("sofia");
        assertThat(item.roles()).isEqualTo(Set.of(Role.SUBMITTER));
        assertThat(item.dueAt()).isEqualTo(Instant.parse("2026-11-30T17:00:00Z"));
        assertThat(item.link()).isEqualTo("/questions/" + question);
    }

    @Test
    void an_answer_ends_it_as_the_work_of_whoever_answered() {
        closed(true);

        assertThat(rig.result(question)).isEqualTo("question-answered");
        assertThat(rig.items.ofSubject(question).get(0).completedBy()).isEqualTo("sofia");
    }

    @Test
    void a_withdrawn_question_ends_as_nobodys_work() {
        closed(false);

        assertThat(rig.result(question)).isEqualTo("question-withdrawn");
        assertThat(rig.items.ofSubject(question).get(0).completedBy()).isNull();
    }

    @Test
    void a_question_is_closed_once() {
        closed(true);

        assertThatThrownBy(() -> closed(false)).isInstanceOf(Refused.class);
    }

    @Test
    void silence_reminds_once_and_escalates_again_and_again_and_answers_nothing() {
        rig.timeBecomes(Instant.parse("2026-11-26T17:00:00Z"));
        assertThat(rig.neighbours.told).containsExactly("answer due soon 2026-11-30T17:00:00Z");
        assertThat(rig.neighbours.escalated).isEmpty();

        rig.timeBecomes(Instant.parse("2026-11-30T17:00:00Z"));
        rig.timeBecomes(Instant.parse("2026-12-01T17:00:00Z"));

        assertThat(rig.neighbours.told).hasSize(1);
        assertThat(rig.neighbours.escalated).hasSize(2);
        assertThat(rig.openTasks(question)).containsExactly(ProcessNames.ANSWER_QUESTION);
    }

    private void closed(boolean answered) {
        process()
                .ends(new QuestionClosed(
                        question, review, Stage.RESEARCH, answered ? "sofia" : "dana", answered, rig.clock.instant()));
    }

    private static QuestionProcess process() {
        return new QuestionProcess(
                rig.engine.getRuntimeService(),
                rig.engine.getTaskService(),
                rig.items,
                new StageClock(
                        rig.engine.getManagementService(),
                        rig.engine.getTaskService(),
                        rig.items,
                        rig.items,
                        Settings.days(),
                        rig.dueDates()));
    }

    @Test
    void a_stage_that_is_not_open_cannot_be_asked_from() {
        QuestionAsked late = new QuestionAsked(
                UUID.randomUUID(),
                review,
                Stage.RESEARCH,
                new ContractId(UUID.randomUUID()),
                "sofia",
                null,
                rig.clock.instant());

        assertThatThrownBy(() -> process().starts(late)).isInstanceOf(Refused.class);
    }
}
